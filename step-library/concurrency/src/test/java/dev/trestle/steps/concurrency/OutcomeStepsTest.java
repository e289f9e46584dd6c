package dev.trestle.steps.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutcomeStepsTest {

  private static final Path FEATURES = Path.of("src/test/features");

  @TempDir Path folder;

  private FeatureRun.Outcome run(Path feature) {
    try (FakeHost host = FakeHost.start()) {
      return FeatureRun.run(
          host, feature, folder.resolve("results"), "dev.trestle.steps.concurrency.glue");
    }
  }

  @Test
  void every_step_has_an_example_that_works() throws IOException {
    String before =
        "Given there are 5 \"Beans\"\n    When 20 shoppers at once want \"Beans\"\n    Then ";
    String feature =
        Examples.feature(OutcomeSteps.class)
            .replace("Then ", before)
            .replace(
                "20 shoppers at once want \"Beans\"\n    Then all",
                "5 shoppers at once want \"Beans\"\n    Then all")
            .replace(
                "20 shoppers at once want \"Beans\"\n    Then what",
                "5 shoppers at once want \"Beans\"\n    Then what");
    Path features = Files.createDirectories(Path.of("target/examples"));
    Files.copy(
        FEATURES.resolve("shelf.phrases.feature"),
        features.resolve("shelf.phrases.feature"),
        StandardCopyOption.REPLACE_EXISTING);
    FeatureRun.Outcome outcome =
        run(Files.writeString(features.resolve("concurrency.feature"), feature));
    assertThat(outcome.results().keySet())
        .hasSize(6)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void outcomes_are_counted_and_compared() {
    FeatureRun.Outcome outcome = run(FEATURES.resolve("outcomes.feature"));
    assertThat(outcome.results().keySet())
        .hasSize(2)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void failures_show_the_outcomes_together() {
    FeatureRun.Outcome outcome = run(FEATURES.resolve("failures.feature"));
    assertThat(outcome.message("fewer than expected"))
        .startsWith("1 shoppers succeeded, not 2.\nOf 3:\n")
        .contains("1 × nothing went wrong", "2 × Beans is sold out")
        .contains("Look at src/test/features/failures.feature:6.");
    assertThat(outcome.message("not all")).startsWith("1 shoppers succeeded, not 3.");
    assertThat(outcome.message("not enough")).startsWith("1 shoppers succeeded, not at least 2.");
    assertThat(outcome.message("another failure"))
        .startsWith("2 shoppers failed otherwise.\n'out of stock' is not in all messages:");
    assertThat(outcome.message("no failure")).startsWith("There are no others: all shoppers");
    assertThat(outcome.message("the same value"))
        .startsWith("Some shoppers have the same 'order'.\no-1: saved by [1, 2]");
    assertThat(outcome.message("other values"))
        .startsWith("'receipt' is not the same for all shoppers.\n1: saved by [");
    assertThat(outcome.message("nobody succeeded"))
        .startsWith("None of the shoppers succeeded, so there is nothing to compare.");
  }

  @Test
  void failures_that_nobody_asks_for_fail_the_scenario() {
    FeatureRun.Outcome outcome = run(FEATURES.resolve("failures.feature"));
    assertThat(outcome.status("nobody asked")).isEqualTo("failed");
    assertThat(outcome.message("nobody asked"))
        .contains("2 of 3 shoppers failed, and no step asks.", "2 × Beans is sold out");
  }
}
