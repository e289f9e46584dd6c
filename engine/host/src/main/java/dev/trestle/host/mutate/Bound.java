package dev.trestle.host.mutate;

import dev.trestle.protocol.RunEvent;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Ends a wave in which no scenario ends any more, or for which there is no time left. A scenario
 * with a mutant may take three times as long as without, and half a minute besides.
 */
final class Bound implements AutoCloseable {

  private static final long MORE_MILLIS = 30_000;

  /** A runner that still boots, and scenarios that wait for a lane. */
  private static final long GRACE_MILLIS = 60_000;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "mutation-bound");
            thread.setDaemon(true);
            return thread;
          });
  private final long longest;
  private final long deadline;
  private final Runnable end;
  private final LongSupplier clock;
  private volatile long last;
  private volatile boolean tooLong;
  private boolean ended;

  /** A bound by any clock, in nanoseconds, which somebody else checks. */
  Bound(List<Schedule.Pair> wave, long millis, Runnable end, LongSupplier clock) {
    this.longest = wave.stream().mapToLong(pair -> of(pair.scenario())).max().orElse(0);
    this.end = end;
    this.clock = clock;
    this.last = clock.getAsLong();
    this.deadline = last + TimeUnit.MILLISECONDS.toNanos(millis + longest);
  }

  /** How long a scenario may take with a mutant. */
  static long of(Recording.Scenario scenario) {
    return 3 * scenario.millis() + MORE_MILLIS;
  }

  /**
   * The bound of a wave that begins now.
   *
   * @param wave the wave
   * @param millis how much time there is; what begins in it may come to its end
   * @param end ends the wave
   */
  static Bound of(List<Schedule.Pair> wave, long millis, Runnable end) {
    Bound bound = new Bound(wave, millis, end, System::nanoTime);
    bound.timer.scheduleWithFixedDelay(bound::check, 1, 1, TimeUnit.SECONDS);
    return bound;
  }

  /** Ends the wave when it must end; does so once. */
  synchronized void check() {
    if (ended) {
      return;
    }
    long now = clock.getAsLong();
    tooLong = TimeUnit.NANOSECONDS.toMillis(now - last) > longest + GRACE_MILLIS;
    ended = tooLong || now - deadline > 0;
    if (ended) {
      end.run();
    }
  }

  /** Something happened in the wave. */
  void accept(RunEvent event) {
    if (event instanceof RunEvent.ScenarioFinished || event instanceof RunEvent.RunStarted) {
      last = clock.getAsLong();
    }
  }

  /** Whether the wave was ended since no scenario ended any more. */
  boolean isTooLong() {
    return tooLong;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
