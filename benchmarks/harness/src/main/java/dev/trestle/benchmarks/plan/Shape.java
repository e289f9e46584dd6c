package dev.trestle.benchmarks.plan;

import java.util.Comparator;
import java.util.Locale;

/**
 * How much work a build does.
 *
 * @param scenarios how many scenarios
 * @param delay how long the shop waits in each call, in milliseconds
 * @param lanes how many scenarios run at once
 */
public record Shape(int scenarios, int delay, int lanes) implements Comparable<Shape> {

  private static final Comparator<Shape> ORDER =
      Comparator.comparingInt(Shape::delay)
          .thenComparingInt(Shape::lanes)
          .thenComparingInt(Shape::scenarios);

  /** One scenario, no delay, one lane. */
  public static final Shape ONE = new Shape(1, 0, 1);

  /** How many calls the shop must see. */
  public int calls() {
    return 5 * scenarios;
  }

  @Override
  public int compareTo(Shape other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "N=%,d, %d ms, %d lane%s", scenarios, delay, lanes, lanes == 1 ? "" : "s");
  }
}
