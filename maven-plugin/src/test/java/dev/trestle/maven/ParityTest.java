package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParityTest {

  private static ScenarioResult result(String name, Status status) {
    return new ScenarioResult(name, "Orders", name, "order.feature:3", status, 1, null, null);
  }

  @Test
  void the_same_verdicts_in_any_order_are_no_difference() {
    assertThat(
            Parity.differences(
                List.of(result("a", Status.PASSED), result("b", Status.FAILED)),
                List.of(result("b", Status.FAILED), result("a", Status.PASSED))))
        .isEmpty();
  }

  @Test
  void a_scenario_that_went_otherwise_is_named_with_both_verdicts() {
    assertThat(
            Parity.differences(
                List.of(result("a paid order", Status.FAILED)),
                List.of(result("a paid order", Status.PASSED))))
        .containsExactly(
            "a paid order (order.feature:3): failed in containers, passed in processes");
  }

  @Test
  void a_scenario_that_ran_in_one_only_is_a_difference() {
    assertThat(
            Parity.differences(
                List.of(result("a", Status.PASSED)), List.of(result("b", Status.PASSED))))
        .containsExactly(
            "a (order.feature:3): passed in containers, not run in processes",
            "b (order.feature:3): not run in containers, passed in processes");
  }
}
