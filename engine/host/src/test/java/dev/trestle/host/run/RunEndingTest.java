package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import dev.trestle.protocol.RunnerEnd;
import dev.trestle.protocol.ScenarioResult.Status;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunEndingTest {

  private static final RunnerEnd END = new RunnerEnd(3, Map.of("PASSED", 2L, "FAILED", 1L));
  private static final Map<Status, Long> COUNTS = Map.of(Status.PASSED, 2L, Status.FAILED, 1L);

  private List<String> parseErrors = List.of();
  private List<String> leftOut = List.of();
  private boolean planned = true;
  private boolean finished = true;
  private @Nullable RunnerEnd end = END;
  private int plannedCount = 3;
  private Map<Status, Long> counts = COUNTS;
  private List<String> contradictions = List.of();
  private @Nullable String unreadable;
  private int exit;
  private boolean outOfMemory;

  private RunEnding ending() {
    return new RunEnding(
        new Heard(
            parseErrors, leftOut, planned, finished, end, plannedCount, counts, contradictions),
        unreadable,
        new RunnerOutput(exit, "password=abcdef0123456789", Path.of("runner.log"), outOfMemory));
  }

  private RunAborted trouble() {
    RunAborted trouble = ending().trouble();
    assertThat(trouble).isNotNull();
    return trouble;
  }

  @Test
  void a_good_end_needs_all_of_it() {
    assertThat(ending().trouble()).isNull();
  }

  @Test
  void what_was_selected_and_left_out_is_trouble() {
    leftOut = List.of("a.feature:10: these examples have no row.");
    assertThat(trouble().kind()).isEqualTo(Kind.PROJECT);
    assertThat(trouble().message())
        .isEqualTo(
            """
            Something that was selected was not run.
            a.feature:10: these examples have no row.
            Look at the named lines; all else was run.
            Correct them, and run again.""");
  }

  @Test
  void an_exit_code_is_trouble_although_all_was_said() {
    exit = 137;
    assertThat(trouble().kind()).isEqualTo(Kind.MACHINE);
    assertThat(trouble().message())
        .isEqualTo(
            "The scenarios could not be run to their end: the runner ended with exit code 137.\n"
                + "password=*****\n"
                + "Log: runner.log.\n"
                + "Correct what it names, and run again.");
    exit = 2;
    assertThat(trouble().kind()).isEqualTo(Kind.PROJECT);
  }

  @Test
  void without_a_plan_or_an_end_the_runner_ended_in_the_middle() {
    planned = false;
    assertThat(trouble().message()).startsWith("The runner ended with exit code 0 before the end");
    planned = true;
    finished = false;
    assertThat(trouble().message()).startsWith("The runner ended with exit code 0 before the end");
    finished = true;
    end = null;
    assertThat(trouble().kind()).isEqualTo(Kind.PROJECT);
    assertThat(trouble().message())
        .startsWith("The runner ended with exit code 0 before the end of the run.\n")
        .contains("System.exit");
  }

  @Test
  void messages_that_could_not_be_read_are_trouble() {
    unreadable = "no JSON";
    assertThat(trouble().kind()).isEqualTo(Kind.MACHINE);
    assertThat(trouble().message())
        .startsWith("The runner's messages could not be read to their end.\nno JSON\n");
  }

  @Test
  void messages_that_break_off_are_what_an_end_in_the_middle_looks_like() {
    unreadable = "end of stream";
    end = null;
    assertThat(trouble().kind()).isEqualTo(Kind.PROJECT);
    assertThat(trouble().message())
        .startsWith(
            "The runner ended with exit code 0 before the end of the run.\n"
                + "Its messages broke off: end of stream.\n");
  }

  @ParameterizedTest
  @EnumSource
  void one_scenario_more_or_less_with_any_status_is_trouble(Status status) {
    Map<Status, Long> more = new EnumMap<>(COUNTS);
    more.merge(status, 1L, Long::sum);
    counts = more;
    assertThat(trouble().kind()).isEqualTo(Kind.MACHINE);
    assertThat(trouble().message())
        .startsWith("The runner and the host do not agree on what was run.\n")
        .contains("The runner planned 3 scenarios and ended: 2 passed, 1 failed.\n")
        .contains((COUNTS.getOrDefault(status, 0L) + 1) + " " + status.text());
  }

  @Test
  void another_plan_than_the_runners_is_trouble() {
    plannedCount = 4;
    assertThat(trouble().message()).contains("The host received 4 planned scenarios");
  }

  @Test
  void counts_of_nothing_are_said_so() {
    end = new RunnerEnd(3, Map.of());
    assertThat(trouble().message()).contains("planned 3 scenarios and ended: none.\n");
  }

  @Test
  void contradictions_are_trouble_and_named() {
    contradictions = List.of("'A' (a.feature:3) ended twice");
    assertThat(trouble().message()).contains("'A' (a.feature:3) ended twice.\n");
  }

  @Test
  void broken_features_come_before_everything_else() {
    parseErrors = List.of("a.feature:3: no table");
    exit = 2;
    assertThat(trouble().kind()).isEqualTo(Kind.PROJECT);
    assertThat(trouble().message())
        .startsWith("Feature files have errors; no scenario was run.\na.feature:3: no table\n");
  }

  @Test
  void memory_is_named_with_the_parameter_that_gives_more() {
    exit = 1;
    outOfMemory = true;
    assertThat(trouble().message())
        .contains("OutOfMemoryError")
        .contains("-Dtrestle.jvmArguments=-Xmx2g")
        .doesNotContain("Correct what it names");
  }

  @Test
  void a_scenario_without_a_result_says_how_the_runner_ended() {
    assertThat(ending().unfinished())
        .isEqualTo(
            "The runner gave up this scenario before its end.\nLog: runner.log.\nRun it again.");
    assertThat(ending().notRun())
        .startsWith("The runner never began this scenario, although it was planned.\nLog: ");
    exit = 9;
    assertThat(ending().unfinished())
        .isEqualTo("The runner ended with exit code 9 in this scenario.");
    assertThat(ending().notRun())
        .isEqualTo("The runner ended with exit code 9 before this scenario.");
    exit = 0;
    end = null;
    assertThat(ending().unfinished())
        .isEqualTo("The runner ended with exit code 0 in this scenario.");
    assertThat(ending().notRun())
        .isEqualTo("The runner ended with exit code 0 before this scenario.");
  }
}
