package dev.trestle.host.run;

import dev.trestle.protocol.RunnerEnd;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a runner said of its run as a whole.
 *
 * @param parseErrors what is wrong in feature files, one line each
 * @param leftOut what was selected and cannot be run, one line each
 * @param planned whether it stated what it was going to run
 * @param finished whether Cucumber said that the run is over
 * @param end the runner's last message, or null
 * @param plannedCount how many scenarios it planned
 * @param counts how many scenarios were received with each status
 * @param contradictions what it said that cannot be, one line each
 */
record Heard(
    List<String> parseErrors,
    List<String> leftOut,
    boolean planned,
    boolean finished,
    @Nullable RunnerEnd end,
    int plannedCount,
    Map<Status, Long> counts,
    List<String> contradictions) {

  /** Keeps unmodifiable copies. */
  Heard {
    parseErrors = List.copyOf(parseErrors);
    leftOut = List.copyOf(leftOut);
    counts = Map.copyOf(counts);
    contradictions = List.copyOf(contradictions);
  }
}
