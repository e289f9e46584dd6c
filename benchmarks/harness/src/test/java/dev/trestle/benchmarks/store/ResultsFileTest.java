package dev.trestle.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.benchmarks.plan.Cell;
import dev.trestle.benchmarks.plan.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

  private static final Machine HERE = new Machine("chip", 2, 24_000, "Linux", "17", "3.8.7");

  @TempDir Path folder;

  @Test
  void what_is_kept_is_there_the_next_time() throws IOException {
    ResultsFile file = file();
    file.measuredOn(HERE);
    file.keep(file.results().with(measurement("floor", 100)));
    file.keep(file.results().with(new Proof("floor", "{}", "today", List.of(1, 2))));
    file.keep(file.results().with(new Figure("report", "1", "wall", "s", 2, "today", "abc")));

    assertThat(file().results()).isEqualTo(file.results());
    assertThat(file().results().of(new Cell("floor", new Shape(100, 0, 1)))).hasSize(1);
  }

  @Test
  void a_newer_proof_takes_the_place_of_the_older_one() {
    Results results =
        Results.none()
            .with(new Proof("floor", "{}", "yesterday", List.of()))
            .with(new Proof("floor", "{}", "today", List.of(1)));

    assertThat(results.proofs()).extracting(Proof::at).containsExactly("today");
  }

  @Test
  void some_cells_can_be_forgotten() {
    Results results =
        Results.none().with(measurement("floor", 100)).with(measurement("trestle", 100));

    assertThat(results.forget(cell -> cell.stack().equals("trestle")).measurements())
        .extracting(Measurement::stack)
        .containsExactly("floor");
  }

  @Test
  void results_of_two_machines_are_not_mixed() throws IOException {
    file().measuredOn(HERE);
    Machine there = new Machine("other chip", 8, 64_000, "Linux", "17", "3.8.7");

    assertThatThrownBy(() -> file().measuredOn(there))
        .hasMessageContaining("another machine")
        .hasMessageContaining("--fresh");
  }

  private ResultsFile file() throws IOException {
    return new ResultsFile(folder.resolve("results.json"));
  }

  private static Measurement measurement(String stack, int scenarios) {
    Shape shape = new Shape(scenarios, 0, 1);
    return new Measurement(stack, shape, "today", "abc", 1, 2, 300, 280, 0, 0, shape.calls());
  }
}
