package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.load.Load;
import java.util.List;
import java.util.Optional;

/** What calls take directly, through nginx and through an edge; times in microseconds. */
final class EdgeTable {

  static final String DIRECT = "direct";
  static final String NGINX = "nginx";
  static final String EDGE = "edge";

  private final Figured figures;

  EdgeTable(Figured figures) {
    this.figures = figures;
  }

  MarkdownTable table() {
    MarkdownTable table =
        new MarkdownTable(
            "load", "way", "p50, µs", "added", "p99, µs", "added", "throughput, calls/s");
    for (Load load : Load.ALL) {
      for (String way : List.of(DIRECT, NGINX, EDGE)) {
        row(table, load, way);
      }
    }
    return table;
  }

  private void row(MarkdownTable table, Load load, String way) {
    String subject = load + ", " + way;
    Optional<Summary> p50 = figures.summary(subject, "p50");
    if (p50.isPresent()) {
      table.row(
          load.toString(),
          way,
          p50.get().text(),
          added(load, way, "p50").map(Summary::number).orElse(""),
          text(subject, "p99"),
          added(load, way, "p99").map(Summary::number).orElse(""),
          text(subject, "throughput"));
    }
  }

  private String text(String subject, String figure) {
    return figures.summary(subject, figure).map(Summary::text).orElse("");
  }

  /** How much longer a way takes than the direct one. */
  Optional<Double> added(Load load, String way, String figure) {
    Optional<Double> direct = figures.median(load + ", " + DIRECT, figure);
    return way.equals(DIRECT)
        ? Optional.empty()
        : figures
            .median(load + ", " + way, figure)
            .flatMap(through -> direct.map(without -> through - without));
  }
}
