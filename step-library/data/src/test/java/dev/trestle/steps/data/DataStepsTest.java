package dev.trestle.steps.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataStepsTest {

  @TempDir Path folder;

  private FeatureRun.Outcome run(Path feature) {
    try (FakeHost host = FakeHost.start()) {
      return FeatureRun.run(host, feature, folder.resolve("results"));
    }
  }

  @Test
  void every_step_has_an_example_that_works() throws IOException {
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = features.resolve("data.feature");
    FeatureRun.Outcome outcome = run(Files.writeString(file, Examples.feature(DataSteps.class)));
    assertThat(outcome.results().keySet())
        .hasSize(5)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void values_are_saved_used_and_compared() {
    FeatureRun.Outcome outcome = run(Path.of("src/test/features/values.feature"));
    assertThat(outcome.results().keySet())
        .hasSize(3)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
    assertThat(outcome.attachment("saved values", "Saved as greeting")).isEqualTo("Dear Ada");
    assertThat(outcome.attachment("random values", "Random seed")).contains("-Dtrestle.seed=");
  }

  @Test
  void failures_show_the_value_and_where_it_comes_from() {
    FeatureRun.Outcome outcome = run(Path.of("src/test/features/failures.feature"));
    assertThat(outcome.message("another value"))
        .isEqualTo(
            """
            The value '5' (${count}) is not '6'.
            Expected: 6
            Actual:   5
            Look at src/test/features/failures.feature:5.
            Correct what it comes from, or what the step expects.""");
    assertThat(outcome.message("the same value"))
        .startsWith("The value '5' must be another one.\n'5' is 5 as well.");
    assertThat(outcome.message("out of bounds"))
        .startsWith("The value '10' is out of bounds.\nIts bounds: 2 and 9.");
  }
}
