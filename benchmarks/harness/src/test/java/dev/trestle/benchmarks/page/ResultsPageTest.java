package dev.trestle.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import dev.trestle.benchmarks.store.Proof;
import dev.trestle.benchmarks.store.Results;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsPageTest {

  private static final List<Stack> STACKS = Stacks.all(Path.of("..").toAbsolutePath().normalize());

  @Test
  void a_page_has_a_section_for_each_shape_and_the_slopes() {
    String page = page(new Sample().with("floor", 100, 1).with("floor", 1000, 2.8).results());

    assertThat(page).contains("## N=100, 0 ms, 1 lane", "## N=1,000, 0 ms, 1 lane");
    assertThat(page).contains("| floor: bare Java loop | 2.00 |  | 4.00 |  |");
  }

  @Test
  void a_page_names_the_versions_of_each_stack() {
    assertThat(page(Results.none())).containsPattern("\\| Karate \\| karate \\d");
  }

  @Test
  void a_page_says_which_checks_are_proved() {
    Results results =
        Results.none()
            .with(new Proof("karate", "", "2026-11-25T20:00:00Z", List.of(1, 2, 3, 4, 5, 6, 7, 8)))
            .with(new Proof("citrus", "", "2026-11-25T20:00:00Z", List.of(1, 2)));

    assertThat(page(results))
        .contains(
            "| Karate | all of 1 to 8 | 2026-11-25 |",
            "| Citrus + Cucumber | **only [1, 2] of 1 to 8** | 2026-11-25 |");
  }

  private static String page(Results results) {
    return new ResultsPage(results, STACKS, "## Notes\n\nBy hand.\n").markdown();
  }
}
