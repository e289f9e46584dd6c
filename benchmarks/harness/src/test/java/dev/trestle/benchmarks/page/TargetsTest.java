package dev.trestle.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.benchmarks.store.Figure;
import dev.trestle.benchmarks.store.Results;
import org.junit.jupiter.api.Test;

class TargetsTest {

  @Test
  void a_target_is_met_or_missed_by_some_percent() {
    Sample sample =
        new Sample().with("floor", 1000, 2).with("trestle", 1000, 6).with("citrus", 1000, 20);

    assertThat(targets(sample.results()))
        .contains(
            "| N=1,000, cold: wall | ≤ 0.50 × the fastest peer | 0.30 × the fastest peer | met |",
            "| N=1,000, cold: wall | ≤ 2.50 × the floor | 3.00 × the floor | **missed** by 20 % |");
  }

  @Test
  void what_was_not_measured_is_left_out() {
    assertThat(targets(new Sample().with("trestle", 1000, 6).results()).lines()).hasSize(2);
  }

  @Test
  void the_slope_is_compared_with_that_of_the_floor() {
    Sample sample =
        new Sample()
            .with("floor", 100, 1)
            .with("floor", 1000, 2)
            .with("trestle", 100, 3)
            .with("trestle", 1000, 6);

    assertThat(targets(sample.results()))
        .contains("| CPU of a scenario, 100 to 1,000 | ≤ 2.00 × the floor | 3.00 × the floor |");
  }

  @Test
  void figures_of_other_suites_have_targets_too() {
    Results results =
        Results.none().with(new Figure("report", "1,000 results", "wall", "s", 2, "", ""));

    assertThat(targets(results))
        .contains("| report of 1,000 results: wall | ≤ 3.00 s | 2.00 s | met |");
  }

  @Test
  void a_cold_start_is_compared_with_the_faster_of_the_two_peers() {
    Results results =
        Results.none()
            .with(ready("Trestle, containers", 12))
            .with(ready("docker-maven-plugin", 40))
            .with(ready("docker-compose", 20));

    assertThat(targets(results))
        .contains("| ≤ 0.80 × the faster peer | 0.60 × the faster peer | met |");
  }

  @Test
  void a_hop_through_an_edge_is_compared_with_one_through_nginx() {
    Results results =
        Results.none().with(hop("direct", 40)).with(hop("nginx", 70)).with(hop("edge", 130));

    assertThat(targets(results))
        .contains("| ≤ 500 µs | 90.0 µs | met |", "| 3.00 × nginx's | **missed** by 50 % |");
  }

  private static Figure ready(String tool, double seconds) {
    return new Figure("environment", tool, "command to ready", "s", seconds, "", "");
  }

  private static Figure hop(String way, double p50) {
    return new Figure("hop", "1 KB, 1 connection, " + way, "p50", "µs", p50, "", "");
  }

  private static String targets(Results results) {
    return new Targets(new Medians(results, Sample.STACKS), results).table().toString();
  }
}
