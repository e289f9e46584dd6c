package dev.trestle.host.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ends a host that nobody has called for a while. */
final class Lease {

  private final Duration length;
  private final Supplier<Duration> idle;

  /**
   * A lease.
   *
   * @param length how long the host may be idle
   * @param idle how long it has been idle
   */
  Lease(Duration length, Supplier<Duration> idle) {
    this.length = length;
    this.idle = idle;
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
    Duration left = length.minus(idle.get());
    if (left.isNegative() || left.isZero()) {
      timer.shutdown();
      over.run();
      return;
    }
    timer.schedule(() -> check(timer, over), left.toMillis(), TimeUnit.MILLISECONDS);
  }
}
