package dev.trestle.steps.core.runner;

import dev.trestle.protocol.HostException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages to the host on a thread of its own, so that a slow host delays no scenario. What
 * is written becomes one message at each flush; messages travel together, at the latest {@value
 * #MOST_MILLIS} ms after they were made. A host that takes nothing for a while is given up; a host
 * that is merely slow loses nothing.
 */
final class HostStream extends OutputStream {

  private static final long MOST_MILLIS = 100;
  private static final int WORTH_SENDING = 32 * 1024;
  private static final int MOST_WAITING = 16 * 1024 * 1024;

  private final Supplier<OutputStream> target;
  private final long patienceMillis;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final Thread carrier = new Thread(this::carry, "trestle-messages");
  private boolean ended;
  private @Nullable String failure;

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
    awaitRoom();
    if (failure == null) {
      boolean first = waiting.size() == 0;
      waiting.writeBytes(message.toByteArray());
      if (first || waiting.size() >= WORTH_SENDING) {
        notifyAll();
      }
    }
    message.reset();
  }

  /** Only flushes; Cucumber's writer closes before the last message is known to be the last. */
  @Override
  public void close() {
    flush();
  }

  /** Waits until the host took everything and returns why it did not, or null. */
  @Nullable String finish() {
    close();
    end();
    try {
      carrier.join(patienceMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return carrier.isAlive() ? giveUp(stuck()) : failure();
  }

  /**
   * Has the host take what was flushed, within a bound: this JVM ends although the run does not.
   *
   * @param mostMillis how long that may take
   */
  void leave(long mostMillis) {
    end();
    try {
      carrier.join(mostMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  private synchronized @Nullable String failure() {
    return failure;
  }

  /** The first reason counts. Who waits for room must not wait for a host that is gone. */
  private synchronized String giveUp(String reason) {
    String known = failure;
    if (known == null) {
      known = reason;
      failure = known;
      waiting.reset();
      notifyAll();
    }
    return known;
  }

  private String stuck() {
    return "it took no more for " + patienceMillis + " ms";
  }

  private void awaitRoom() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    try {
      while (failure == null && waiting.size() >= MOST_WAITING) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          giveUp(stuck());
        } else {
          wait(left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carry() {
    try (OutputStream host = target.get()) {
      for (byte[] next = next(); next.length > 0; next = next()) {
        host.write(next);
        host.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      giveUp("it was interrupted");
    } catch (IOException | UncheckedIOException | HostException e) {
      giveUp(String.valueOf(e.getMessage()));
    } catch (Throwable e) { // Without memory too: what was not delivered must be known.
      giveUp(e.toString());
    }
  }

  /** What waits, once it is worth sending; nothing at the end. */
  private synchronized byte[] next() throws InterruptedException {
    while (waiting.size() == 0 && !ended) {
      wait();
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS);
    long left = MOST_MILLIS;
    while (left > 0 && waiting.size() < WORTH_SENDING && !ended) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    byte[] next = waiting.toByteArray();
    waiting.reset();
    notifyAll();
    return next;
  }
}
