package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.messages.Pickle;
import dev.trestle.host.messages.StepEnd;
import dev.trestle.host.messages.TestCase;
import dev.trestle.host.report.JunitXml;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningScenariosTest {

  @TempDir Path folder;

  private final List<RunEvent> events = new ArrayList<>();
  private RunningScenarios scenarios;

  @BeforeEach
  void begin() {
    scenarios =
        new RunningScenarios(
            Path.of("/shop"),
            new MachineLoad(() -> Optional.of("load of 9"), 2),
            new JunitXml("Shop", folder),
            new AllureResults(folder),
            new FeatureProgress(events::add));
  }

  /** A scenario with a step for each text, found and prepared. */
  private void found(String name, String... steps) {
    scenarios.found(
        name,
        new Pickle("file:///shop/a.feature", "Cart", "", name, 3, List.of(), name, List.of(steps)));
    List<TestCase.Step> prepared = new ArrayList<>();
    for (String step : steps) {
      prepared.add(new TestCase.Step(step, ""));
    }
    scenarios.prepared(new TestCase("case " + name, name, prepared));
  }

  private void started(String attempt, String name) {
    scenarios.started(attempt, "case " + name, 1);
  }

  private void ended(String attempt, String step, Status status, @Nullable String message) {
    scenarios.stepFinished(new StepEnd(attempt, step, status, message, null));
  }

  private ScenarioResult named(String name) {
    return scenarios.results().stream()
        .filter(result -> result.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_attempt_that_was_tried_again_is_over() {
    found("a", "Given x");
    started("first", "a");
    ended("first", "Given x", Status.FAILED, "once");
    scenarios.finished("first", true, 2);
    started("second", "a");
    ended("second", "Given x", Status.PASSED, null);
    scenarios.finished("second", false, 3);

    scenarios.close("unfinished", "not begun");

    assertThat(scenarios.results())
        .extracting(ScenarioResult::status)
        .containsExactly(Status.PASSED);
    assertThat(scenarios.heard().contradictions()).isEmpty();
  }

  @Test
  void an_attempt_that_was_to_be_tried_again_and_was_not_is_red() {
    found("a", "Given x");
    found("b", "Given x");
    started("first", "a");
    ended("first", "Given x", Status.FAILED, "once");
    scenarios.finished("first", true, 2);
    started("other", "b");

    scenarios.close("unfinished", "not begun");

    assertThat(named("a").status()).isEqualTo(Status.FAILED);
    assertThat(named("a").message()).isEqualTo("once");
    assertThat(named("b").message()).isEqualTo("unfinished");
  }

  @Test
  void two_attempts_at_once_are_a_contradiction() {
    found("a", "Given x");
    started("first", "a");
    started("second", "a");

    scenarios.close("unfinished", "not begun");

    assertThat(scenarios.heard().contradictions()).containsExactly("'a' (a.feature:3) ended twice");
  }

  @Test
  void the_step_in_which_the_runner_went_away_is_the_one_without_an_end() {
    found("a", "Given x", "When y", "Then z");
    started("first", "a");
    ended("first", "Given x", Status.PASSED, null);

    scenarios.close("The runner is gone.", "not begun");

    assertThat(named("a").step()).isEqualTo("When y");
  }

  @Test
  void a_scenario_without_a_step_that_is_open_fails_in_none() {
    found("a", "Given x");
    started("first", "a");
    ended("first", "Given x", Status.PASSED, null);

    scenarios.close("The runner is gone.", "not begun");

    assertThat(named("a").status()).isEqualTo(Status.FAILED);
    assertThat(named("a").step()).isNull();
  }

  @Test
  void the_first_of_the_steps_that_went_worst_is_told() {
    found("a", "Given x", "When y", "Then z");
    started("first", "a");
    ended("first", "Given x", Status.PASSED, null);
    ended("first", "When y", Status.FAILED, "y is wrong");
    ended("first", "Then z", Status.FAILED, "z is wrong");
    scenarios.finished("first", false, 2);

    assertThat(named("a").step()).isEqualTo("When y");
    assertThat(named("a").message()).isEqualTo("y is wrong");
  }

  @Test
  void what_was_attached_in_explanation_of_a_step_is_its_message() {
    found("a", "Given x");
    scenarios.explained("first", "Given x", "too early");
    started("first", "a");
    scenarios.explained("first", "Given x", "No step matches.");
    ended("first", "Given x", Status.UNDEFINED, "undefined");
    scenarios.finished("first", false, 2);

    assertThat(named("a").message()).isEqualTo("No step matches.");
  }

  @Test
  void a_step_says_what_was_thrown_else_what_cucumber_says_else_its_status() {
    found("thrown", "Given x");
    started("1", "thrown");
    scenarios.stepFinished(
        new StepEnd(
            "1", "Given x", Status.FAILED, "said", new StepEnd.Thrown("E", "It broke.", null)));
    scenarios.finished("1", false, 2);
    found("wordless", "Given x");
    started("2", "wordless");
    scenarios.stepFinished(
        new StepEnd("2", "Given x", Status.FAILED, "said", new StepEnd.Thrown("E", null, null)));
    scenarios.finished("2", false, 2);
    found("silent", "Given x");
    started("3", "silent");
    ended("3", "Given x", Status.PENDING, null);
    scenarios.finished("3", false, 2);

    assertThat(named("thrown").message()).isEqualTo("It broke.");
    assertThat(named("wordless").message()).isEqualTo("said");
    assertThat(named("silent").message()).isEqualTo("The step is pending.");
  }

  @Test
  void a_scenario_without_steps_says_what_to_do() {
    found("empty");
    started("first", "empty");
    scenarios.finished("first", false, 2);

    assertThat(named("empty").message())
        .isEqualTo(
            """
            The scenario 'empty' has no steps.
            It tests nothing, so it cannot pass.
            Look at a.feature:3.
            Write its steps, or remove it.""");
  }

  @Test
  void what_was_not_run_is_named_by_its_feature_or_its_file() {
    found("a", "Given x");
    scenarios.found(
        "b",
        new Pickle("file:///shop/b.feature", "", "", "b", 0, List.of(), "b", List.of("Given x")));
    scenarios.planned(List.of("a", "b"));

    scenarios.close("unfinished", "The runner is gone.");

    assertThat(named("a").feature()).isEqualTo("Cart");
    assertThat(named("b").feature()).isEqualTo("b.feature");
    assertThat(named("b").location()).isEqualTo("b.feature");
  }

  @Test
  void a_failure_by_a_timeout_has_a_word_on_the_load_and_so_has_the_run() {
    assertThat(scenarios.loadWarning()).isEmpty();
    found("a", "Given x");
    started("first", "a");
    ended("first", "Given x", Status.FAILED, "request timed out");
    scenarios.finished("first", false, 2);

    assertThat(named("a").message()).endsWith("The machine was overloaded: load of 9, 2 lanes.");
    assertThat(scenarios.loadWarning().orElseThrow()).contains("load of 9, 2 lanes");
  }

  @Test
  void the_first_word_of_a_runner_is_known() {
    assertThat(scenarios.hasBegun()).isFalse();
    scenarios.begun();
    assertThat(scenarios.hasBegun()).isTrue();
  }

  @Test
  void a_feature_that_was_shown_is_not_shown_again() {
    FeatureProgress progress = new FeatureProgress(events::add);
    progress.planned(Map.of("a", 1, "b", 2));
    ScenarioResult passed =
        new ScenarioResult("id", "Cart", "x", "a:1", Status.PASSED, 1, null, null);
    progress.finished("a", "1", passed);
    progress.finished("b", "2", passed);
    progress.over();
    progress.over();

    assertThat(events.stream().filter(RunEvent.FeatureFinished.class::isInstance)).hasSize(2);
  }
}
