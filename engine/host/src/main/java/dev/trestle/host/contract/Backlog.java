package dev.trestle.host.contract;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits to be checked, in the order in which it came, by one thread. Who adds to it never
 * waits: what is too much is refused.
 */
final class Backlog implements AutoCloseable {

  /** What an entry takes besides what it is about, roughly and in bytes. */
  private static final int OVERHEAD = 500;

  private final long mostBytes;
  private final AtomicLong bytes = new AtomicLong();
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);

  /**
   * Nothing waits.
   *
   * @param mostBytes how much may wait
   */
  Backlog(long mostBytes) {
    this.mostBytes = mostBytes;
    thread.allowCoreThreadTimeOut(true);
  }

  private Thread thread(Runnable work) {
    Thread made = new Thread(work, "contracts");
    made.setDaemon(true);
    return made;
  }

  /**
   * Adds work; returns at once.
   *
   * @param size what it holds, in bytes
   * @param work what to do
   * @return whether there was room for it
   */
  boolean add(int size, Runnable work) {
    int taken = size + OVERHEAD;
    if (bytes.addAndGet(taken) > mostBytes) {
      bytes.addAndGet(-taken);
      return false;
    }
    try {
      thread.execute(
          () -> {
            try {
              work.run();
            } finally {
              bytes.addAndGet(-taken);
            }
          });
      return true;
    } catch (RejectedExecutionException e) {
      bytes.addAndGet(-taken);
      return false; // The environment is going down.
    }
  }

  /** Waits until all that was added before is done; false when the bound is over before that. */
  boolean await(Duration bound) {
    if (bytes.get() == 0) {
      return true;
    }
    try {
      thread.submit(() -> {}).get(bound.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException
        | ExecutionException
        | CancellationException
        | RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
