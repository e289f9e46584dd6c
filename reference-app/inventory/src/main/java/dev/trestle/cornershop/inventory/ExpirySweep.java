package dev.trestle.cornershop.inventory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frees the stock of overdue reservations that nobody asks about. */
final class ExpirySweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work));

  private ExpirySweep() {}

  /** Runs the work again and again with this pause in between. */
  static ExpirySweep every(Duration pause, Runnable work) {
    ExpirySweep sweep = new ExpirySweep();
    sweep.thread.scheduleWithFixedDelay(
        () -> attempt(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return sweep;
  }

  // An exception would end the schedule, and the next round may well succeed.
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("Overdue reservations could not be looked for", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "expiry-sweep");
    thread.setDaemon(true);
    return thread;
  }
}
