package dev.trestle.benchmarks.plan;

import java.util.ArrayList;
import java.util.List;

/** The shapes of a run. */
public final class Shapes {

  private Shapes() {}

  /** The shapes of a full run: growth at no delay, and lanes at 1,000 scenarios. */
  public static List<Shape> standard() {
    List<Shape> shapes =
        new ArrayList<>(cross(List.of(1, 100, 1000, 5000), List.of(0), List.of(1)));
    shapes.addAll(cross(List.of(1000), List.of(0), List.of(4, 16)));
    shapes.addAll(cross(List.of(1000), List.of(20), List.of(1, 4, 16)));
    return shapes;
  }

  /** Every combination. */
  public static List<Shape> cross(
      List<Integer> scenarios, List<Integer> delays, List<Integer> lanes) {
    List<Shape> shapes = new ArrayList<>();
    for (int delay : delays) {
      for (int lane : lanes) {
        for (int count : scenarios) {
          shapes.add(new Shape(count, delay, lane));
        }
      }
    }
    return shapes;
  }
}
