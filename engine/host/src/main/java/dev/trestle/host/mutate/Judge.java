package dev.trestle.host.mutate;

import dev.trestle.protocol.ScenarioResult;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a scenario's result means for the mutant that it had. */
final class Judge {

  private static final int LONGEST_MESSAGE = 300;

  /** The host's own word for a scenario that began and has no end. */
  private static final String UNFINISHED = "The runner ended with exit code";

  private final Map<String, ScenarioResult> results;
  private final boolean aborted;
  private final boolean tooLong;

  /**
   * A judge of one wave.
   *
   * @param results the results by the scenarios' identities
   * @param aborted whether the wave did not come to its end
   * @param tooLong whether it was ended since it took too long
   */
  Judge(Map<String, ScenarioResult> results, boolean aborted, boolean tooLong) {
    this.results = results;
    this.aborted = aborted;
    this.tooLong = tooLong;
  }

  /**
   * What came of a mutant, empty when the wave ended before the scenario.
   *
   * @param scenario the scenario that had it
   * @param met how many answers it was meant for
   * @param changed how many of them it changed
   */
  Optional<Try> judge(Recording.Scenario scenario, int met, int changed) {
    ScenarioResult result = results.get(scenario.id());
    if (aborted && (result == null || (!tooLong && isUnfinished(result)))) {
      return Optional.empty();
    }
    String step = result == null || result.step() == null ? "" : result.step();
    return Optional.of(
        new Try(scenario.id(), result(scenario, result, met, changed), step, message(result)));
  }

  private Try.Result result(
      Recording.Scenario scenario, @Nullable ScenarioResult result, int met, int changed) {
    if (result == null) {
      return Try.Result.UNCLEAR;
    }
    boolean red = result.status().isRed();
    if (changed == 0 && red) {
      return Try.Result.UNCLEAR;
    }
    if (changed == 0) {
      return met == 0 ? Try.Result.NOT_CALLED : Try.Result.NOT_APPLIED;
    }
    if (red) {
      return aborted && isUnfinished(result) ? Try.Result.TIMED_OUT : Try.Result.KILLED;
    }
    return result.millis() > Bound.of(scenario) ? Try.Result.TIMED_OUT : Try.Result.PASSED;
  }

  private static boolean isUnfinished(ScenarioResult result) {
    return message(result).startsWith(UNFINISHED);
  }

  private static String message(@Nullable ScenarioResult result) {
    String message = result == null || result.message() == null ? "" : result.message();
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "…";
  }
}
