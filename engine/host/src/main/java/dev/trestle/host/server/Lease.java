package dev.trestle.host.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a host that nobody has called for a while. */
final class Lease {

  private static final long CHECK_MILLIS = 1_000;

  private Duration length;
  private int calls;
  private long lastCall = System.nanoTime();

  /**
   * A lease.
   *
   * @param length how long the host may be idle
   */
  Lease(Duration length) {
    this.length = length;
  }

  /** Changes how long the host may be idle. */
  synchronized void change(Duration next) {
    length = next;
  }

  /** Somebody calls; the host is not idle until the call ends. */
  synchronized void callBegins() {
    calls++;
  }

  /** A call ended. */
  synchronized void callEnds() {
    calls--;
    lastCall = System.nanoTime();
  }

  /** How long the host may be idle. */
  synchronized Duration length() {
    return length;
  }

  /** How much is left; never below zero. */
  synchronized Duration left() {
    Duration idle = calls > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastCall);
    Duration left = length.minus(idle);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Calls once, from a daemon thread, when the lease is over. */
  void watch(Runnable over) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "lease");
              thread.setDaemon(true);
              return thread;
            });
    check(timer, over);
  }

  private void check(ScheduledExecutorService timer, Runnable over) {
    Duration left = left();
    if (left.isZero()) {
      timer.shutdown();
      over.run();
      return;
    }
    long wait = Math.max(1, Math.min(left.toMillis(), CHECK_MILLIS));
    timer.schedule(() -> check(timer, over), wait, TimeUnit.MILLISECONDS);
  }
}
