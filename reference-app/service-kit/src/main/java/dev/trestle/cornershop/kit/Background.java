package dev.trestle.cornershop.kit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on in its own thread, round after round: when woken, or when its pause is over.
 */
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final long STOP_MILLIS = 3_000;

  private final Round round;
  private final Thread thread;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopping;

  private Background(String name, Round round) {
    this.round = round;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** One round of work. */
  @FunctionalInterface
  public interface Round {
    /** Does what is to be done now and says how long to wait at most before the next round. */
    Duration run();
  }

  /** Starts the first round at once. */
  public static Background start(String name, Round round) {
    Background background = new Background(name, round);
    background.thread.start();
    return background;
  }

  /** Has the next round begin without waiting. */
  public void wake() {
    wakes.release();
  }

  /** Lets the round that runs finish for a few seconds, then interrupts it. */
  @Override
  public void close() {
    stopping = true;
    wake();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void run() {
    while (!stopping) {
      Duration pause = attempt();
      try {
        if (!stopping && wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  // A round that fails must not end the ones after it.
  private Duration attempt() {
    try {
      return round.run();
    } catch (DependencyUnavailable e) {
      LOG.warn("{}: {}", thread.getName(), e.seen());
    } catch (RuntimeException e) {
      LOG.error("{} failed", thread.getName(), e);
    }
    return PAUSE_AFTER_FAILURE;
  }
}
