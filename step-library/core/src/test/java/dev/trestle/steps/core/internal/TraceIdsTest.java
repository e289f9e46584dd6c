package dev.trestle.steps.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioTrace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceIdsTest {

  private static final String HASH = ScenarioIdentity.hash("cart.feature › A full cart");

  @AfterEach
  void random() {
    TraceIds.use("", "");
  }

  @Test
  void are_random_by_default() {
    TraceIds.starting(HASH);
    String first = TraceIds.next();
    TraceIds.starting(HASH);

    assertThat(TraceIds.next()).matches("7e57ca5e[0-9a-f]{24}").isNotEqualTo(first);
  }

  @Test
  void say_of_which_run_they_are() {
    String mark = ScenarioTrace.mark("run-1");
    TraceIds.use(mark, "");
    TraceIds.starting(HASH);
    String random = TraceIds.next();

    assertThat(random).matches("7e57ca5e" + mark + "[0-9a-f]{16}").isNotEqualTo(TraceIds.next());
    for (String traceId : List.of(random, ScenarioTrace.of("run-1", HASH))) {
      assertThat(ScenarioTrace.isOf(traceId, mark)).isTrue();
      assertThat(ScenarioTrace.isOf(traceId, ScenarioTrace.mark("run-2"))).isFalse();
      assertThat(ScenarioTrace.isOf(traceId, "")).isTrue();
    }
  }

  @Test
  void are_known_beforehand_where_the_host_asks_so() {
    TraceIds.use(ScenarioTrace.mark("run-1"), "run-1");
    TraceIds.starting(HASH);

    assertThat(TraceIds.next())
        .matches("7e57ca5e[0-9a-f]{24}")
        .isEqualTo(ScenarioTrace.of("run-1", HASH))
        .isNotEqualTo(ScenarioTrace.of("run-2", HASH));
  }

  @Test
  void a_scenario_nobody_announced_has_a_random_one() {
    TraceIds.use(ScenarioTrace.mark("run-1"), "run-1");
    TraceIds.starting(HASH);
    TraceIds.next();

    assertThat(TraceIds.next()).isNotEqualTo(ScenarioTrace.of("run-1", HASH));
  }
}
