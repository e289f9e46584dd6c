package dev.trestle.host.edge;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Passes what a provider says on, later while its edge is slow; on the loop's thread only. */
final class Lateness {

  private final Acceptor acceptor;
  private final Acceptor.Connection connection;
  private int late;

  /** Of a connection, which is cut when something goes wrong with what was late. */
  Lateness(Acceptor acceptor, Acceptor.Connection connection) {
    this.acceptor = acceptor;
    this.connection = connection;
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
              try {
                on.accept(copy);
              } catch (RuntimeException | Error e) {
                connection.reset();
                throw e;
              }
            });
  }

  /** Whether nothing waits to be passed on. */
  boolean isNone() {
    return late == 0;
  }
}
