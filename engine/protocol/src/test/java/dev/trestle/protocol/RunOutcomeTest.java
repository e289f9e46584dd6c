package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunOutcomeTest {

  private static RunOutcome outcome(Status... statuses) {
    return new RunOutcome(
        Stream.of(statuses)
            .map(status -> new ScenarioResult("id", "f", "n", "a:1", status, 1, null, null))
            .toList(),
        5,
        "report.html");
  }

  @Test
  void each_status_is_counted_also_one_that_no_scenario_has() {
    RunOutcome outcome = outcome(Status.PASSED, Status.NOT_RUN, Status.PASSED);

    assertThat(outcome.counts()).hasSize(Status.values().length);
    assertThat(outcome.count(Status.PASSED)).isEqualTo(2);
    assertThat(outcome.count(Status.NOT_RUN)).isEqualTo(1);
    assertThat(outcome.count(Status.FAILED)).isZero();
  }

  @Test
  void only_passed_and_skipped_scenarios_are_not_red() {
    assertThat(outcome(Status.values()).red())
        .extracting(ScenarioResult::status)
        .containsExactly(
            Status.PENDING, Status.UNDEFINED, Status.AMBIGUOUS, Status.FAILED, Status.NOT_RUN);
  }

  @Test
  void a_summary_has_the_statuses_that_there_are_in_their_order() {
    assertThat(RunOutcome.summary(List.of(Status.NOT_RUN, Status.PASSED, Status.NOT_RUN)))
        .isEqualTo("1 passed, 2 not run");
    assertThat(RunOutcome.summary(List.of())).isEmpty();
  }

  @Test
  void what_is_added_leaves_the_rest_as_it_is() {
    RunAborted trouble = new RunAborted(RunAborted.Kind.MACHINE, "m");
    ContractResult contracts = new ContractResult("fail", 1, 0, List.of(), 0);
    InteractionCoverage seen = new InteractionCoverage(1, 1, List.of(), "i.md");
    RunOutcome whole = outcome(Status.FAILED).with(contracts).with(seen).with(trouble);

    assertThat(whole)
        .isEqualTo(
            new RunOutcome(
                outcome(Status.FAILED).scenarios(), 5, "report.html", contracts, seen, trouble));
  }

  @Test
  void a_runners_end_has_no_count_for_a_status_that_it_does_not_name() {
    RunnerEnd end = new RunnerEnd(3, Map.of("PASSED", 2L));

    assertThat(end.ended(Status.PASSED)).isEqualTo(2);
    assertThat(end.ended(Status.FAILED)).isZero();
  }
}
