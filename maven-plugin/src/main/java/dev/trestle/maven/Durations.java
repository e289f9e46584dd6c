package dev.trestle.maven;

import java.util.Locale;

/** Times as people read them. */
final class Durations {

  private Durations() {}

  /** Such as {@code 350 ms}, {@code 7.4 s} or {@code 2 min 5 s}. */
  static String text(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    return millis / 60_000 + " min " + millis / 1_000 % 60 + " s";
  }
}
