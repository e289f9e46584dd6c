package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  private final Verdict verdict = new Verdict();

  private void finished(Status... statuses) {
    List<ScenarioResult> results =
        List.of(statuses).stream()
            .map(status -> new ScenarioResult("id", "f", "n", "a:1", status, 1, null, null))
            .toList();
    verdict.accept(new RunEvent.RunFinished(new RunOutcome(results, 1, "report.html")));
  }

  @Test
  void passed_and_skipped_scenarios_pass_the_build() throws Exception {
    finished(Status.PASSED, Status.SKIPPED);

    assertThat(verdict.conclude("features", true, false)).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "UNDEFINED", "AMBIGUOUS", "PENDING", "NOT_RUN"})
  void every_other_status_fails_the_build(Status status) {
    finished(Status.PASSED, status);

    assertThatThrownBy(() -> verdict.conclude("features", true, false))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 of 2 scenarios is red: 1 " + status.text())
        .hasMessageContaining("report.html");
  }

  @Test
  void ignored_failures_are_a_warning() throws Exception {
    finished(Status.FAILED);

    assertThat(verdict.conclude("features", true, true))
        .startsWith("1 of 1 scenario is red: 1 failed");
  }

  private void found(String mode) {
    ContractResult contracts =
        new ContractResult(mode, 7, 1, List.of(RunConsoleTest.finding("A paid order")), 0);
    List<ScenarioResult> passed =
        List.of(new ScenarioResult("id", "f", "n", "a:1", Status.PASSED, 1, null, null));
    verdict.accept(new RunEvent.RunFinished(new RunOutcome(passed, 1, "r.html").with(contracts)));
  }

  @Test
  void a_violated_contract_fails_the_build_although_all_scenarios_passed() {
    found("fail");

    assertThatThrownBy(() -> verdict.conclude("features", true, false))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "1 violation of contracts found in 8 interactions.\n"
                + "They are named above with the place in the document.\n"
                + "All of them: target/trestle/interactions.json.\n"
                + "Correct the service or its document, or let the build pass with"
                + " -Dtrestle.contracts=warn.");
  }

  @Test
  void a_violated_contract_may_be_a_warning() throws Exception {
    found("warn");

    assertThat(verdict.conclude("features", true, false))
        .startsWith("1 violation of contracts found in 8 interactions.")
        .endsWith("Correct the service or its document.");
    found("fail");
    assertThat(verdict.conclude("features", true, true)).startsWith("1 violation of contracts");
  }

  @Test
  void zero_scenarios_fail_the_build_even_when_failures_are_ignored() {
    finished();

    assertThatThrownBy(() -> verdict.conclude("features", true, true))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "No scenario was run.\n"
                + "No scenario in features matches the selection.\n"
                + "Look at the features, at trestle.tags and at trestle.names.\n"
                + "Correct them, or allow an empty run with -Dtrestle.failIfNoScenarios=false.");
  }

  @Test
  void zero_scenarios_may_be_allowed() throws Exception {
    finished();

    assertThat(verdict.conclude("features", false, false)).isNull();
  }

  @Test
  void the_projects_fault_is_a_failure_and_the_machines_an_error() {
    verdict.accept(new RunEvent.RunAborted(Kind.PROJECT, "No such service."));
    assertThatThrownBy(() -> verdict.conclude("features", true, false))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("No such service.");

    verdict.accept(new RunEvent.RunAborted(Kind.MACHINE, "The disk is full."));
    assertThatThrownBy(() -> verdict.conclude("features", true, false))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("The disk is full.");
  }

  @Test
  void a_run_without_a_last_event_is_an_error() {
    assertThatThrownBy(() -> verdict.conclude("features", true, true))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("ended without a verdict");
  }

  @Test
  void scenarios_that_were_all_skipped_fail_the_build_unless_none_may_run() throws Exception {
    finished(Status.SKIPPED, Status.SKIPPED);

    assertThatThrownBy(() -> verdict.conclude("features", true, true))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith(
            "No scenario was run to its end.\nSkipped: 2 scenarios, which is all.\n");
    assertThat(verdict.conclude("features", false, false)).isNull();
  }

  @Test
  void a_run_has_scenarios_when_it_ended_well_with_some() {
    assertThat(verdict.hasScenarios()).isFalse();
    assertThat(verdict.outcome()).isEmpty();
    finished();
    assertThat(verdict.hasScenarios()).isFalse();
    finished(Status.PASSED);
    assertThat(verdict.hasScenarios()).isTrue();
    assertThat(verdict.outcome()).isPresent();
    verdict.accept(
        new RunEvent.RunFinished(
            verdict.outcome().orElseThrow().with(new RunEvent.RunAborted(Kind.PROJECT, "gone"))));
    assertThat(verdict.hasScenarios()).isFalse();
  }
}
