package dev.trestle.host.compose;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The name that somebody may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** The closest of the known names, if one is close enough to be a slip of the keyboard. */
  static Optional<String> closest(String name, Collection<String> known) {
    int limit = Math.max(1, Math.min(3, name.length() / 3));
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The known names in a row, with the closest one as a question. */
  static String among(String title, String name, Collection<String> known) {
    String names = known.isEmpty() ? "none" : String.join(", ", known);
    return title
        + ": "
        + names
        + "."
        + closest(name, known).map(meant -> " Did you mean '" + meant + "'?").orElse("");
  }

  /** Levenshtein's distance, case ignored. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
