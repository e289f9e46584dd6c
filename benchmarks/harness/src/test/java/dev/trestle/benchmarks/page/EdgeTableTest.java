package dev.trestle.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.benchmarks.load.Load;
import dev.trestle.benchmarks.store.Figure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeTableTest {

  private final List<Figure> figures = new ArrayList<>();

  @Test
  void what_is_added_is_the_difference_of_the_medians() {
    keep("direct", "p50", 30, 40, 50);
    keep("edge", "p50", 90, 100, 130);
    keep("edge", "p99", 300);

    assertThat(table())
        .contains(
            "| 1 KB, 1 connection | direct | 40.0 (30.0–50.0) |  |  |  |  |",
            "| 1 KB, 1 connection | edge | 100 (90.0–130) | 60.0 | 300 |  |  |");
  }

  @Test
  void what_was_not_measured_has_no_row() {
    keep("direct", "p50", 40);

    assertThat(table()).doesNotContain("nginx").doesNotContain("64 KB");
  }

  private void keep(String way, String figure, double... values) {
    for (double value : values) {
      String subject = Load.ALL.get(0) + ", " + way;
      figures.add(new Figure("hop", subject, figure, "µs", value, "", ""));
    }
  }

  private String table() {
    return new EdgeTable(new Figured(figures)).table().toString();
  }
}
