package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.store.Measurement;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What one more scenario takes, at one delay and number of lanes. */
final class SlopeTable {

  private final Medians medians;
  private final List<Stack> stacks;

  SlopeTable(Medians medians, List<Stack> stacks) {
    this.medians = medians;
    this.stacks = stacks;
  }

  /** Between 100 scenarios and more, without delay, in one lane. */
  MarkdownTable table() {
    MarkdownTable table =
        new MarkdownTable(
            "stack",
            "wall ms, 100 to 1,000",
            "wall ms, 1,000 to 5,000",
            "CPU ms, 100 to 1,000",
            "CPU ms, 1,000 to 5,000");
    for (Stack stack : stacks) {
      String[] row = {
        stack.title(),
        slope(stack, 100, 1000, Measurement::wall),
        slope(stack, 1000, 5000, Measurement::wall),
        slope(stack, 100, 1000, Measurement::cpu),
        slope(stack, 1000, 5000, Measurement::cpu)
      };
      if (!String.join("", row).equals(stack.title())) {
        table.row(row);
      }
    }
    return table;
  }

  private String slope(Stack stack, int from, int to, ToDoubleFunction<Measurement> figure) {
    Optional<Double> slope =
        medians.slope(stack.name(), new Shape(from, 0, 1), new Shape(to, 0, 1), figure);
    return slope.map(Summary::number).orElse("");
  }
}
