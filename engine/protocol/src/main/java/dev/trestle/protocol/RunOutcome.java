package dev.trestle.protocol;

import java.util.List;

/**
 * The verdict of a run.
 *
 * @param scenarios the result of every scenario, in the order in which they ended
 * @param millis the wall time of the scenarios in milliseconds
 * @param report the HTML report's path
 */
public record RunOutcome(List<ScenarioResult> scenarios, long millis, String report) {

  /** Keeps an unmodifiable copy. */
  public RunOutcome {
    scenarios = List.copyOf(scenarios);
  }

  /** The same with other scenarios. */
  public RunOutcome with(List<ScenarioResult> results) {
    return new RunOutcome(results, millis, report);
  }

  /** How many scenarios ended with a status. */
  public long count(ScenarioResult.Status status) {
    return scenarios.stream().filter(scenario -> scenario.status() == status).count();
  }

  /** The scenarios that fail the build. */
  public List<ScenarioResult> red() {
    return scenarios.stream().filter(scenario -> scenario.status().isRed()).toList();
  }
}
