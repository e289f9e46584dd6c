package dev.trestle.steps.core.runner;

import dev.trestle.protocol.HostException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages to the host on a thread of its own, so that a slow host delays no scenario. What
 * is written becomes one message at each flush. A host that takes nothing for a while is given up;
 * a host that is merely slow loses nothing.
 */
final class HostStream extends OutputStream {

  private static final int MOST_WAITING = 50_000;
  private static final byte[] END = new byte[0];

  private final Supplier<OutputStream> target;
  private final long patienceMillis;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final Thread carrier = new Thread(this::carry, "trestle-messages");
  private volatile @Nullable String failure;

  HostStream(Supplier<OutputStream> target, long patienceMillis) {
    this.target = target;
    this.patienceMillis = patienceMillis;
    carrier.setDaemon(true);
    carrier.start();
  }

  @Override
  public synchronized void write(int b) {
    message.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    message.write(bytes, offset, length);
  }

  @Override
  public synchronized void flush() {
    if (message.size() > 0) {
      enqueue(message.toByteArray());
      message.reset();
    }
  }

  /** Only flushes; Cucumber's writer closes before the last message is known to be the last. */
  @Override
  public void close() {
    flush();
  }

  /** Waits until the host took everything and returns why it did not, or null. */
  @Nullable String finish() {
    close();
    enqueue(END);
    try {
      carrier.join(patienceMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (carrier.isAlive() && failure == null) {
      failure = stuck();
    }
    return failure;
  }

  private String stuck() {
    return "it took no more for " + patienceMillis + " ms";
  }

  private void enqueue(byte[] bytes) {
    try {
      if (failure == null && !waiting.offer(bytes, patienceMillis, TimeUnit.MILLISECONDS)) {
        failure = stuck();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carry() {
    try (OutputStream host = target.get()) {
      for (byte[] next = waiting.take(); next != END; next = waiting.take()) {
        host.write(next);
        if (waiting.isEmpty()) {
          host.flush();
        }
      }
    } catch (IOException | UncheckedIOException | HostException e) {
      failure = String.valueOf(e.getMessage());
      waiting.clear(); // Who waits for room must not wait for a host that is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
