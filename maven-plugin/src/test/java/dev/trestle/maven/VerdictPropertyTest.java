package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was displayed meanwhile: console and build say what the outcome says. */
class VerdictPropertyTest {

  private static final int RUNS = 500;
  private static final Pattern TOTAL = Pattern.compile("\\[INFO] Scenarios: (\\d+) in 1 ms(.*)");

  private final RecordingLog log = new RecordingLog();
  private final RunConsole console =
      new RunConsole(
          log, new ProgressLine(new PrintStream(OutputStream.nullOutputStream(), true), false));
  private final Verdict verdict = new Verdict();

  @ParameterizedTest
  @ValueSource(longs = {1})
  void console_verdict_and_exit_code_agree_with_the_outcome(long first) {
    for (long seed = first; seed < first + RUNS; seed++) {
      VerdictPropertyTest run = new VerdictPropertyTest();
      try {
        run.check(new Random(seed));
      } catch (AssertionError e) {
        throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private void check(Random random) {
    List<ScenarioResult> scenarios = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      Status status = Status.values()[random.nextInt(2) * random.nextInt(Status.values().length)];
      scenarios.add(new ScenarioResult("id" + i, "F", "n" + i, "a:" + i, status, 1, null, null));
    }
    RunAborted trouble =
        random.nextInt(4) > 0
            ? null
            : new RunAborted(RunAborted.Kind.values()[random.nextInt(2)], "The runner is gone.");
    RunOutcome outcome = new RunOutcome(scenarios, 1, "r.html").with(trouble);
    List<RunEvent> events = displayed(random, scenarios);
    events.add(new RunEvent.RunFinished(outcome));
    events.forEach(console::accept);
    events.forEach(verdict::accept);

    boolean green = trouble == null && outcome.red().isEmpty();
    Exception thrown = conclude();
    assertThat(thrown == null).as("the build passes").isEqualTo(green);
    if (!outcome.red().isEmpty()) {
      assertThat(thrown.getMessage())
          .contains(outcome.red().size() + " of " + scenarios.size() + " scenario");
    }
    if (trouble != null) {
      assertThat(thrown.getMessage()).startsWith("The runner is gone.");
      assertThat(thrown instanceof MojoExecutionException)
          .isEqualTo(trouble.kind() == RunAborted.Kind.MACHINE);
    }
    consoleAgrees(outcome);
  }

  private void consoleAgrees(RunOutcome outcome) {
    Matcher total =
        log.lines.stream().map(TOTAL::matcher).filter(Matcher::matches).findFirst().orElseThrow();
    assertThat(Integer.parseInt(total.group(1))).isEqualTo(outcome.scenarios().size());
    for (Status status : Status.values()) {
      long count = outcome.count(status);
      Matcher named =
          Pattern.compile("[ :](\\d+) " + status.text() + "(,|$)").matcher(total.group(2));
      assertThat(named.find() ? Long.parseLong(named.group(1)) : 0).isEqualTo(count);
    }
    for (ScenarioResult red : outcome.red()) {
      assertThat(log.lines)
          .filteredOn(line -> line.startsWith("[ERROR]") && line.contains(red.name()))
          .as(red.name())
          .hasSize(1);
    }
  }

  /** Some of the scenarios, some twice, with any status: display is not to be believed. */
  private static List<RunEvent> displayed(Random random, List<ScenarioResult> scenarios) {
    List<RunEvent> events = new ArrayList<>();
    scenarios.stream()
        .filter(scenario -> random.nextInt(3) > 0)
        .forEach(scenario -> events.add(new RunEvent.ScenarioFinished(scenario)));
    for (int i = random.nextInt(4); i > 0; i--) {
      events.add(new RunEvent.FeatureFinished("F", List.of(Status.PASSED)));
    }
    if (!events.isEmpty()) {
      events.add(events.get(0));
    }
    Collections.shuffle(events, random);
    return events;
  }

  private Exception conclude() {
    try {
      verdict.conclude("features", false, false);
      return null;
    } catch (MojoFailureException | MojoExecutionException e) {
      return e;
    }
  }
}
