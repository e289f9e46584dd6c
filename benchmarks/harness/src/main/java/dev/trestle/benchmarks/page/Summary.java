package dev.trestle.benchmarks.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What several measurements of the same come to.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param min the smallest
 * @param max the largest
 * @param count how many
 */
record Summary(double median, double min, double max, int count) {

  /** A summary of at least one value. */
  static Summary of(Stream<Double> values) {
    List<Double> sorted = values.sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Summary(median, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
  }

  /** Such as {@code 1.94 (1.90–2.01)}; the range only when there is one. */
  String text() {
    String range = " (" + number(min) + "–" + number(max) + ")";
    return number(median) + (count > 1 ? range : "");
  }

  /** Three significant digits or all before the point. */
  static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
