package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import dev.trestle.benchmarks.store.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Wall time as bars, one panel for each shape. It brings its own background, so that it is readable
 * on a light page and on a dark one.
 */
public final class Chart {

  private static final int WIDTH = 760;
  private static final int LABELS = 260;
  private static final int BARS = WIDTH - LABELS - 90;
  private static final int ROW = 22;
  private static final int TITLE = 40;
  private static final int MARGIN = 16;

  private static final String STYLE =
      """
      <style>
        .page { fill: #ffffff; stroke: #d0d7de; }
        text { fill: #1f2328; font: 13px system-ui, sans-serif; }
        .title { font-weight: 600; font-size: 14px; }
        .floor { fill: #8c959f; }
        .peer { fill: #9aa7b8; }
        .trestle { fill: #1a7f5a; }
        @media (prefers-color-scheme: dark) {
          .page { fill: #15191f; stroke: #3d444d; }
          text { fill: #e6edf3; }
          .floor { fill: #6e7681; }
          .peer { fill: #56637a; }
          .trestle { fill: #2fbf86; }
        }
      </style>
      """;

  private final Medians medians;
  private final StringBuilder body = new StringBuilder();
  private int y = MARGIN;

  /** A chart of results. */
  public Chart(Results results, List<Stack> stacks) {
    this.medians = new Medians(results, stacks);
  }

  /** The chart as SVG. */
  public String svg() {
    for (Shape shape : panels()) {
      panel(shape);
    }
    int height = y + MARGIN;
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-label=\"Wall time by stack\">%n",
            WIDTH,
            height,
            WIDTH,
            height)
        + STYLE
        + String.format(
            Locale.ROOT,
            "<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>%n",
            WIDTH - 1,
            height - 1)
        + body
        + "</svg>\n";
  }

  /** The smallest and the largest up to 1,000 without delay in one lane, and the most lanes. */
  private List<Shape> panels() {
    List<Shape> plain =
        medians.shapes().stream()
            .filter(shape -> shape.delay() == 0 && shape.lanes() == 1 && shape.scenarios() <= 1000)
            .toList();
    List<Shape> panels = new ArrayList<>();
    if (!plain.isEmpty()) {
      panels.add(plain.get(0));
      panels.add(plain.get(plain.size() - 1));
    }
    medians.shapes().stream()
        .filter(shape -> shape.delay() > 0 && shape.lanes() > 1)
        .reduce((first, last) -> last)
        .ifPresent(panels::add);
    return panels.stream().distinct().toList();
  }

  private void panel(Shape shape) {
    text("title", MARGIN, y + 20, "start", "Whole build, wall seconds: " + shape);
    y += TITLE;
    List<Stack> stacks = medians.stacks(shape);
    double longest = stacks.stream().mapToDouble(stack -> wall(stack, shape)).max().orElse(1);
    for (Stack stack : stacks) {
      double wall = wall(stack, shape);
      double length = Math.max(1, BARS * wall / longest);
      text("label", LABELS - 8, y + 15, "end", stack.title().replace("`", ""));
      body.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
              style(stack),
              LABELS,
              y + 3,
              length,
              ROW - 6));
      text("value", LABELS + length + 6, y + 15, "start", Summary.number(wall));
      y += ROW;
    }
    y += MARGIN;
  }

  private double wall(Stack stack, Shape shape) {
    return medians.wall(stack.name(), shape).orElseThrow().median();
  }

  private static String style(Stack stack) {
    return stack.name().equals(Stacks.TRESTLE) ? "trestle" : stack.peer() ? "peer" : "floor";
  }

  private void text(String style, double x, int baseline, String anchor, String content) {
    String escaped = content.replace("&", "&amp;").replace("<", "&lt;");
    body.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            style,
            x,
            baseline,
            anchor,
            escaped));
  }
}
