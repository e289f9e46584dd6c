package dev.trestle.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.benchmarks.plan.Shape;
import org.junit.jupiter.api.Test;

class ShapeTableTest {

  private static final Shape HUNDRED = new Shape(100, 0, 1);

  @Test
  void every_stack_is_compared_with_the_floor_and_the_fastest_peer() {
    Medians medians =
        new Sample()
            .with("floor", 100, 2)
            .with("trestle", 100, 4, 5, 6)
            .with("citrus", 100, 10)
            .with("karate", 100, 20)
            .medians();

    assertThat(new ShapeTable(medians, HUNDRED).table().toString().lines())
        .contains(
            "| floor: bare Java loop | 2.00 | 1.00 | 0.20 | 4.00 | 1.00 | 300 | 1 |",
            "| **Trestle** | **5.00 (4.00–6.00)** | 2.50 | **0.50** | 10.0 (8.00–12.0) | 2.50 | 300"
                + " | 3 |",
            "| Karate | 20.0 | 10.00 | 2.00 | 40.0 | 10.00 | 300 | 1 |");
  }

  @Test
  void without_floor_and_peers_there_are_no_ratios() {
    Medians medians = new Sample().with("trestle", 100, 4).medians();

    assertThat(new ShapeTable(medians, HUNDRED).table().toString())
        .contains("| **Trestle** | **4.00** |  |  | 8.00 |  | 300 | 1 |");
  }
}
