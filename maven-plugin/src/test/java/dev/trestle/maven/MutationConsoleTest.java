package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.MutationOutcome;
import dev.trestle.protocol.MutationOutcome.Edge;
import dev.trestle.protocol.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationConsoleTest {

  private final RecordingLog log = new RecordingLog();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  private MutationConsole console(boolean shown) {
    return new MutationConsole(
        log, new ProgressLine(new PrintStream(terminal, true, StandardCharsets.UTF_8), shown));
  }

  private static RunEvent progress(int killed, int undecided) {
    return new RunEvent.MutationProgress(new Edge("all", killed, 0, 0, 0, 0, undecided), 61_000);
  }

  @Test
  void a_terminal_has_one_line_and_a_log_one_for_every_tenth() {
    console(true).accept(progress(1, 9));
    assertThat(terminal.toString(StandardCharsets.UTF_8))
        .contains("1 of 10 mutants decided: 1 killed, 0 timed out, 0 survived; 1 min 1 s left");
    assertThat(log.lines).isEmpty();

    MutationConsole plain = console(false);
    for (int killed = 0; killed <= 100; killed++) {
      plain.accept(progress(killed, 100 - killed));
    }
    assertThat(log.lines).hasSize(10).first().asString().contains("10 of 100 mutants decided");
  }

  @Test
  void an_environment_that_this_build_started_is_not_said_to_be_found() {
    RunEvent attached = new RunEvent.EnvironmentAttached("now", List.of("cart"));
    console(false).accept(attached);
    assertThat(log.lines).containsExactly("[INFO] Attached to the environment that is up: cart");

    log.lines.clear();
    MutationConsole own = console(false);
    own.accept(new RunEvent.EnvironmentStarting("process", "as asked for", List.of("cart")));
    own.accept(attached);
    assertThat(log.lines).noneMatch(line -> line.contains("Attached"));
  }

  @Test
  void the_beginning_says_where_the_recording_is_from() {
    console(false).accept(new RunEvent.MutationStarted(9, 2, 4, "a new recording, as asked for"));

    assertThat(log.lines)
        .containsExactly(
            "[INFO] Mutation: a new recording, as asked for",
            "[INFO] 9 mutants in 4 scenarios, 2 decided before");
  }

  @Test
  void the_end_is_a_table_with_the_survivors_below() {
    List<String> survivors = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      survivors.add("No scenario noticed " + i + ".");
    }
    MutationOutcome outcome =
        new MutationOutcome(
            List.of(new Edge("a -> b", 75, 0, 50, 25, 1, 3)),
            survivors,
            List.of("a does not read: `$.b`."),
            List.of("a -> b GET /x: the call was not made as it was recorded (1)"),
            List.of("Dark: it has an outage"),
            5,
            65_000,
            "j",
            "m");

    console(false).accept(new RunEvent.MutationFinished(outcome));

    assertThat(log.lines)
        .contains(
            "[INFO] a -> b      129       75         0        50        25           1         3   60 %",
            "[WARN] No scenario noticed 19.",
            "[WARN] … and 5 more in the report",
            "[INFO] 1 scenario was not used:",
            "[INFO]   Dark: it has an outage",
            "[INFO] a does not read: `$.b`.",
            "[WARN] 1 mutant was not applied and proved nothing:",
            "[WARN]   a -> b GET /x: the call was not made as it was recorded (1)",
            "[INFO] Score: 60 % of the 125 of 129 mutants with an effect, 75 % without unwatched"
                + " fields, in 1 min 5 s")
        .doesNotContain("[WARN] No scenario noticed 20.")
        .anyMatch(line -> line.contains("3 mutants are undecided. Run mvn trestle:mutate again"))
        .anyMatch(line -> line.contains("-Dtrestle.mutate.scenarios=0"));
  }
}
