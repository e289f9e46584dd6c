package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import dev.trestle.benchmarks.store.Measurement;
import dev.trestle.benchmarks.store.Results;
import java.nio.file.Path;
import java.util.List;

/** Results for tests, measured nowhere. */
final class Sample {

  static final List<Stack> STACKS = Stacks.all(Path.of("benchmarks"));

  private Results results = Results.none();

  Sample with(String stack, int scenarios, double... walls) {
    return with(stack, new Shape(scenarios, 0, 1), walls);
  }

  Sample with(String stack, Shape shape, double... walls) {
    for (double wall : walls) {
      String at = "2026-11-25T20:00:00Z";
      results =
          results.with(
              new Measurement(
                  stack, shape, at, "abc", wall, 2 * wall, 300, 280, 0, 0, shape.calls()));
    }
    return this;
  }

  Results results() {
    return results;
  }

  Medians medians() {
    return new Medians(results, STACKS);
  }
}
