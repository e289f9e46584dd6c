package dev.trestle.protocol;

import java.time.Duration;

/**
 * A point in time at which a wait is over, by a clock that nobody sets: what the machine shows as
 * its time may jump by hours while something is waited for.
 */
public final class Deadline {

  /** Longer than any wait, and short enough for {@link System#nanoTime} not to overflow. */
  private static final Duration LONGEST = Duration.ofDays(10_000);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /**
   * A deadline from now on.
   *
   * @param time how long the wait may take
   */
  public static Deadline in(Duration time) {
    Duration bounded = time.compareTo(LONGEST) > 0 ? LONGEST : time;
    return new Deadline(System.nanoTime() + bounded.toNanos());
  }

  /** Whether it is over. */
  public boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  /** What is left of it; never below zero. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
