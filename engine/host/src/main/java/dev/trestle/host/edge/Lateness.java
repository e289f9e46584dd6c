package dev.trestle.host.edge;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Passes what a provider says on, later while its edge is slow; on the loop's thread only. */
final class Lateness {

  private final Acceptor acceptor;
  private int late;

  Lateness(Acceptor acceptor) {
    this.acceptor = acceptor;
  }

  /** Passes bytes on, now or later; nothing more is read from the provider before. */
  void pass(End provider, ByteBuffer bytes, Consumer<ByteBuffer> on) {
    long delay = acceptor.condition().delayMillis();
    if (delay <= 0) {
      on.accept(bytes);
      return;
    }
    ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    provider.pause();
    late++;
    acceptor
        .loop()
        .later(
            delay,
            () -> {
              late--;
              provider.resume();
              on.accept(copy);
            });
  }

  /** Whether nothing waits to be passed on. */
  boolean isNone() {
    return late == 0;
  }
}
