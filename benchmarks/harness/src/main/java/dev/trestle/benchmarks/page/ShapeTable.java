package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import java.util.Locale;
import java.util.Optional;

/** All stacks at one shape. */
final class ShapeTable {

  private static final String NONE = "";

  private final Medians medians;
  private final Shape shape;

  ShapeTable(Medians medians, Shape shape) {
    this.medians = medians;
    this.shape = shape;
  }

  MarkdownTable table() {
    MarkdownTable table =
        new MarkdownTable(
            "stack",
            "wall s",
            "× floor",
            "× fastest peer",
            "CPU s",
            "× floor",
            "memory MB",
            "runs");
    for (Stack stack : medians.stacks(shape)) {
      Summary wall = medians.wall(stack.name(), shape).orElseThrow();
      Summary cpu = medians.cpu(stack.name(), shape).orElseThrow();
      table.row(
          bold(stack, stack.title()),
          bold(stack, wall.text()),
          ratio(wall, medians.wall(Stacks.FLOOR, shape)),
          bold(stack, ratio(wall, fastest())),
          cpu.text(),
          ratio(cpu, medians.cpu(Stacks.FLOOR, shape)),
          Summary.number(medians.rss(stack.name(), shape).orElseThrow().median()),
          String.valueOf(wall.count()));
    }
    return table;
  }

  private Optional<Summary> fastest() {
    return medians.fastestPeer(shape).flatMap(peer -> medians.wall(peer.name(), shape));
  }

  private static String bold(Stack stack, String text) {
    return stack.name().equals(Stacks.TRESTLE) && !text.isEmpty() ? "**" + text + "**" : text;
  }

  private static String ratio(Summary value, Optional<Summary> base) {
    return base.map(summary -> value.median() / summary.median())
        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
        .orElse(NONE);
  }
}
