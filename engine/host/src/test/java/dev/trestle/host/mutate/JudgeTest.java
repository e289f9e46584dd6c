package dev.trestle.host.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final Recording.Scenario ONE =
      Recordings.quotes("{}", "One").scenarios().get(0); // takes 100 ms

  private static final ScenarioResult UNFINISHED =
      Recordings.result("One", 1, Status.FAILED, "The runner ended with exit code 143 in this …");

  private static Optional<Try> judge(ScenarioResult result, int changed) {
    return new Judge(Map.of(result.id(), result), false, false)
        .judge(ONE, Math.max(1, changed), changed);
  }

  private static Try.Result of(ScenarioResult result, int changed) {
    return judge(result, changed).orElseThrow().result();
  }

  @Test
  void a_scenario_that_fails_of_a_change_kills_the_mutant_and_says_why() {
    assertThat(judge(Recordings.result("One", 1, Status.FAILED, "It is 418."), 1))
        .contains(new Try(ONE.id(), Try.Result.KILLED, "Then it is so", "It is 418."));
  }

  @Test
  void a_scenario_that_passes_notices_nothing_unless_it_takes_too_long() {
    assertThat(of(Recordings.result("One", 30_200, Status.PASSED), 1)).isEqualTo(Try.Result.PASSED);
    assertThat(of(Recordings.result("One", 30_301, Status.PASSED), 1))
        .isEqualTo(Try.Result.TIMED_OUT);
  }

  @Test
  void where_nothing_was_changed_nothing_is_said_of_the_mutant() {
    assertThat(of(Recordings.result("One", 1, Status.PASSED), 0)).isEqualTo(Try.Result.NOT_APPLIED);
    assertThat(of(Recordings.result("One", 1, Status.FAILED, "Other."), 0))
        .isEqualTo(Try.Result.UNCLEAR);
    assertThat(new Judge(Map.of(), false, false).judge(ONE, 0, 0).orElseThrow().result())
        .isEqualTo(Try.Result.UNCLEAR);
  }

  @Test
  void a_provider_that_was_not_asked_is_told_apart() {
    ScenarioResult passed = Recordings.result("One", 1, Status.PASSED);

    assertThat(
            new Judge(Map.of(ONE.id(), passed), false, false)
                .judge(ONE, 0, 0)
                .orElseThrow()
                .result())
        .isEqualTo(Try.Result.NOT_CALLED);
  }

  @Test
  void a_wave_that_was_cut_off_says_nothing_of_what_was_not_over() {
    assertThat(new Judge(Map.of(), true, false).judge(ONE, 1, 1)).isEmpty();
    assertThat(new Judge(Map.of(ONE.id(), UNFINISHED), true, false).judge(ONE, 1, 1)).isEmpty();
    assertThat(new Judge(Map.of(), true, true).judge(ONE, 1, 1)).isEmpty();
  }

  @Test
  void a_scenario_that_had_to_be_ended_timed_out() {
    assertThat(
            new Judge(Map.of(ONE.id(), UNFINISHED), true, true)
                .judge(ONE, 1, 1)
                .orElseThrow()
                .result())
        .isEqualTo(Try.Result.TIMED_OUT);
  }

  @Test
  void a_long_message_is_cut() {
    String message =
        judge(Recordings.result("One", 1, Status.FAILED, "x".repeat(1_000)), 1)
            .orElseThrow()
            .message();

    assertThat(message).hasSize(301).endsWith("…");
  }
}
