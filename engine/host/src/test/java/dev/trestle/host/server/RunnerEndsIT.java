package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunEvent.RunFinished;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any end of a real runner but its own good one is red and says why. */
class RunnerEndsIT {

  @TempDir static Path project;
  @TempDir static Path temporary;
  private static HostUnderTest under;

  @BeforeAll
  static void start() throws IOException {
    under = HostUnderTest.start(project, temporary);
    under.runnerArguments = List.of("-Xmx160m");
  }

  @AfterAll
  static void kill() {
    Stream.concat(under.host.descendants(), Stream.of(under.host))
        .forEach(ProcessHandle::destroyForcibly);
    under.parent.destroyForcibly();
  }

  private static RunOutcome run(String step) throws IOException {
    under.events.clear();
    under.feature(
        "Given all is well", "", "Scenario: Two", step, "", "Scenario: Three", "Given all is well");
    under.run().join();
    return under.await(RunFinished.class).outcome();
  }

  private static ScenarioResult named(RunOutcome outcome, String name) {
    return outcome.scenarios().stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "the step exits with code 0, exit code 0 before the end of the run, PROJECT",
    "the step halts with code 0, exit code 0 before the end of the run, PROJECT",
    "the step exits with code 1, the runner ended with exit code 1, MACHINE",
    "the step halts with code 137, the runner ended with exit code 137, MACHINE"
  })
  void an_end_in_the_middle_is_red_and_says_why(String step, String why, RunAborted.Kind kind)
      throws IOException {
    RunOutcome outcome = run("When " + step);

    assertThat(outcome.trouble()).isNotNull();
    assertThat(outcome.trouble().message()).contains(why).contains("runner.log");
    assertThat(outcome.trouble().kind()).isEqualTo(kind);
    assertThat(outcome.scenarios())
        .extracting(ScenarioResult::name)
        .containsExactly("One", "Two", "Three");
    assertThat(named(outcome, "Two").status()).isIn(Status.FAILED, Status.NOT_RUN);
  }

  @Test
  void a_scenario_without_memory_is_red_and_the_others_run() throws IOException {
    RunOutcome outcome = run("When the step needs too much memory");

    assertThat(outcome.scenarios())
        .extracting(ScenarioResult::name)
        .containsExactly("One", "Two", "Three");
    assertThat(named(outcome, "Two").status()).isEqualTo(Status.FAILED);
    assertThat(
            outcome.trouble() == null
                ? named(outcome, "Two").message()
                : outcome.trouble().message())
        .contains("OutOfMemoryError")
        .contains("-Dtrestle.jvmArguments=-Xmx");
  }

  @ParameterizedTest
  @CsvSource({
    "ends, got *****, last *****",
    "exits, got *****, last *****",
    "halts, got *****, ''"
  })
  void a_secret_that_was_just_learned_is_not_in_the_log(String end, String line, String last)
      throws IOException {
    run("When the step prints a new token and then " + end);

    assertThat(project.resolve("target/logs/runner.log"))
        .content()
        .doesNotContain("n3wT0ken")
        .contains("unfinished", line, last);
  }

  @ParameterizedTest
  @CsvSource({"StackOverflowError", "LinkageError"})
  void an_error_of_a_step_is_that_scenarios_failure(String error) throws IOException {
    RunOutcome outcome = run("When the step throws a " + error);

    assertThat(outcome.trouble()).isNull();
    assertThat(named(outcome, "Two").status()).isEqualTo(Status.FAILED);
    assertThat(outcome.count(Status.PASSED)).isEqualTo(2);
  }
}
