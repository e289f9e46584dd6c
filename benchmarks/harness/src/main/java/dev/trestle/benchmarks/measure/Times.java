package dev.trestle.benchmarks.measure;

/**
 * What bash's {@code time} says, in seconds.
 *
 * @param real wall time
 * @param user CPU in user mode, with all descendants that were waited for
 * @param system CPU in the kernel, likewise
 */
record Times(double real, double user, double system) {

  /** The format that {@link #parse} reads. */
  static final String FORMAT = "%3R %3U %3S";

  static Times parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    return new Times(
        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }
}
