package dev.trestle.benchmarks.load;

import java.util.Arrays;

/** How long calls took, each of them. */
public final class Latencies {

  private final long[] nanos;
  private final double seconds;

  /**
   * Latencies.
   *
   * @param nanos of each call
   * @param seconds for how long calls were made
   */
  Latencies(long[] nanos, double seconds) {
    this.nanos = nanos.clone();
    this.seconds = seconds;
    Arrays.sort(this.nanos);
  }

  /**
   * The time in microseconds that so many percent of the calls did not exceed (nearest rank).
   *
   * @param percent more than 0, at most 100
   */
  public double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * nanos.length);
    return nanos[Math.max(1, rank) - 1] / 1000.0;
  }

  /** How many calls there were. */
  public int count() {
    return nanos.length;
  }

  /** How many calls were made in a second. */
  public double perSecond() {
    return nanos.length / seconds;
  }
}
