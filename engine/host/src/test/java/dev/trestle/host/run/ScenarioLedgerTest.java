package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioLedgerTest {

  private final ScenarioLedger ledger = new ScenarioLedger();

  private static ScenarioResult result(String name, Status status) {
    return new ScenarioResult(name, "Cart", name, "a.feature:3", status, 1, null, null);
  }

  @Test
  void results_are_in_the_order_of_files_and_lines_however_they_ended() {
    List.of("a", "b", "c").forEach(ledger::found);
    ledger.plan(List.of("c", "a", "b"));
    List.of("b", "c", "a").forEach(name -> ledger.settle(name, result(name, Status.PASSED)));

    assertThat(ledger.results()).extracting(ScenarioResult::name).containsExactly("a", "b", "c");
  }

  @Test
  void what_is_planned_or_began_is_open_until_it_has_a_state() {
    List.of("a", "b", "c").forEach(ledger::found);
    assertThat(ledger.open()).isEmpty();
    ledger.plan(List.of("a"));
    ledger.begin("b", "1");

    assertThat(ledger.open()).containsExactly("a", "b");
    ledger.settle("a", result("a", Status.FAILED));
    assertThat(ledger.open()).containsExactly("b");
  }

  @Test
  void a_scenario_is_found_once_and_an_attempt_begins_once() {
    assertThat(ledger.found("a")).isTrue();
    assertThat(ledger.found("a")).isFalse();
    ledger.plan(List.of("b"));
    assertThat(ledger.found("b")).isTrue();
    assertThat(ledger.begin("a", "1")).isTrue();
    assertThat(ledger.begin("a", "1")).isFalse();
    assertThat(ledger.begin("a", "2")).isTrue();
  }

  @Test
  void the_first_state_stays_and_a_second_one_is_a_contradiction() {
    ledger.plan(List.of("a"));
    assertThat(ledger.settle("a", result("a", Status.FAILED))).isTrue();
    assertThat(ledger.contradictions()).isEmpty();

    assertThat(ledger.settle("a", result("a", Status.PASSED))).isFalse();

    assertThat(ledger.counts()).isEqualTo(Map.of(Status.FAILED, 1L));
    assertThat(ledger.contradictions()).containsExactly("'a' (a.feature:3) ended twice");
  }

  @Test
  void what_ran_without_being_planned_is_a_contradiction_once_there_is_a_plan() {
    ledger.settle("a", result("a", Status.PASSED));
    assertThat(ledger.contradictions()).isEmpty();
    assertThat(ledger.isPlanned()).isFalse();

    ledger.plan(List.of("b", "c"));

    assertThat(ledger.isPlanned()).isTrue();
    assertThat(ledger.plannedCount()).isEqualTo(2);
    assertThat(ledger.contradictions())
        .containsExactly("'a' (a.feature:3) ran and was not planned");
  }
}
