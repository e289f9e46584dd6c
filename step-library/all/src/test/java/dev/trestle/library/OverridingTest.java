package dev.trestle.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project makes the phrases of a shop its own without Java. */
final class OverridingTest {

  private static final String NOTHING = "    Given I use no token\n";

  @TempDir Path folder;

  @Test
  void a_differently_shaped_shop_is_tested_in_the_same_words() throws IOException {
    try (Bazaar bazaar = new Bazaar();
        FakeHost host = FakeHost.start(bazaar.environment())) {
      FeatureRun.Outcome outcome =
          FeatureRun.run(host, Path.of("src/test/features/second-shop"), folder);
      assertThat(outcome.results()).as(outcome.error()).hasSize(2);
      assertThat(outcome.results().keySet())
          .allSatisfy(
              name ->
                  assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
    }
  }

  /** A phrase that does nothing says so of its parameters. */
  private static String unused(String expression) {
    return expression.replaceAll("\\{(?=[a-z]+:)", "{_");
  }

  @Test
  void every_phrase_can_be_overridden() throws IOException {
    StepReference reference = StepReferenceTest.reference();
    List<Phrase> phrases = reference.phrases();
    Path features = Files.createDirectories(folder.resolve("features"));
    Files.writeString(
        features.resolve("own.phrases.feature"),
        phrases.stream()
            .map(phrase -> "  Scenario: " + unused(phrase.expression()) + "\n" + NOTHING)
            .collect(Collectors.joining("\n", "Feature: Own\n\n", "")));
    Files.writeString(
        features.resolve("all.feature"),
        phrases.stream()
            .map(phrase -> "    * " + reference.use(phrase).orElseThrow().text() + "\n")
            .collect(Collectors.joining("", "Feature: All\n  Scenario: all\n", "")));

    // No service is there: a step that still does what the library's phrase says, fails.
    try (FakeHost host = FakeHost.start("elsewhere")) {
      FeatureRun.Outcome outcome = FeatureRun.run(host, features, folder.resolve("results"));
      assertThat(outcome.status("all")).as(outcome.message("all")).isEqualTo("passed");
    }
  }
}
