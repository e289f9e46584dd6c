package dev.trestle.maven;

import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * What the run's last event means for the build. It reads the whole outcome and nothing that was
 * displayed.
 */
final class Verdict {

  private @Nullable RunOutcome outcome;
  private @Nullable RunAborted aborted;

  /** Takes note of an event. */
  void accept(RunEvent event) {
    if (event instanceof RunEvent.RunFinished finished) {
      outcome = finished.outcome();
    } else if (event instanceof RunAborted end) {
      aborted = end;
    }
  }

  /** Whether the run came to its good end and had scenarios. */
  boolean hasScenarios() {
    return outcome != null && outcome.trouble() == null && !outcome.scenarios().isEmpty();
  }

  /** The verdict, once it is there. */
  Optional<RunOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /**
   * Fails the build where it must fail.
   *
   * @param features where scenarios were looked for, for the message
   * @param failIfNoScenarios whether zero scenarios are a failure
   * @param ignoreFailures whether red scenarios and violated contracts are let pass
   * @return a warning to print instead of a failure, or null
   */
  @Nullable String conclude(String features, boolean failIfNoScenarios, boolean ignoreFailures)
      throws MojoFailureException, MojoExecutionException {
    if (aborted != null) {
      throwAs(aborted.kind(), aborted.message());
    }
    if (outcome == null) {
      throw new MojoExecutionException(
          "The run ended without a verdict.\nThe host said nothing after the last event.\n"
              + "Log: target/trestle/logs/host.log.\nRun again; report it if it happens twice.");
    }
    RunAborted trouble = outcome.trouble();
    if (trouble != null) {
      throwAs(trouble.kind(), (trouble.message() + "\n" + failure(outcome)).strip());
    }
    if (outcome.scenarios().isEmpty() && failIfNoScenarios) {
      throw new MojoFailureException(noScenarios(features));
    }
    if (failIfNoScenarios
        && !outcome.scenarios().isEmpty()
        && outcome.count(Status.SKIPPED) == outcome.scenarios().size()) {
      throw new MojoFailureException(allSkipped(outcome));
    }
    String failure = failure(outcome);
    if (failure.isEmpty() || ignoreFailures) {
      String warning = warning(outcome, failure);
      return warning.isEmpty() ? null : warning;
    }
    throw new MojoFailureException(failure);
  }

  private static void throwAs(RunAborted.Kind kind, String message)
      throws MojoFailureException, MojoExecutionException {
    if (kind == RunAborted.Kind.MACHINE) {
      throw new MojoExecutionException(message);
    }
    throw new MojoFailureException(message);
  }

  private static String failure(RunOutcome outcome) {
    List<String> parts = new ArrayList<>();
    List<Status> red = outcome.red().stream().map(ScenarioResult::status).toList();
    if (!red.isEmpty()) {
      parts.add(
          "%d of %s %s red: %s; see the messages above."
              .formatted(
                  red.size(),
                  Counts.of(outcome.scenarios().size(), "scenario"),
                  Counts.verb(red.size(), "is", "are"),
                  RunOutcome.summary(red)));
      if (!outcome.report().isEmpty()) {
        parts.add("Report: " + outcome.report());
      }
    }
    if (outcome.contracts().isRed()) {
      parts.add(new ContractLines(outcome.contracts()).message());
    }
    return String.join("\n", parts);
  }

  private static String warning(RunOutcome outcome, String failure) {
    boolean warned = !outcome.contracts().isRed() && outcome.contracts().total() > 0;
    return warned
        ? (failure + "\n" + new ContractLines(outcome.contracts()).message()).strip()
        : failure;
  }

  private static String allSkipped(RunOutcome outcome) {
    return "No scenario was run to its end.\n"
        + ("Skipped: " + Counts.of(outcome.scenarios().size(), "scenario") + ", which is all.\n")
        + "Look at the assumptions in hooks and steps.\n"
        + "Make them hold, or allow it with -Dtrestle.failIfNoScenarios=false.";
  }

  private static String noScenarios(String features) {
    return "No scenario was run.\n"
        + "No scenario in "
        + features
        + " matches the selection.\n"
        + "Look at the features, at trestle.tags and at trestle.names.\n"
        + "Correct them, or allow an empty run with -Dtrestle.failIfNoScenarios=false.";
  }
}
