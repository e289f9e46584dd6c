package dev.trestle.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of a run.
 *
 * @param scenarios the result of every scenario, in the order in which they ended
 * @param millis the wall time of the scenarios in milliseconds
 * @param report the HTML report's path
 * @param contracts how what passed the edges fits its documents
 * @param interactions how much of the services' interactions was seen, null when there are no edges
 */
public record RunOutcome(
    List<ScenarioResult> scenarios,
    long millis,
    String report,
    ContractResult contracts,
    @Nullable InteractionCoverage interactions) {

  /** Keeps an unmodifiable copy. */
  public RunOutcome {
    scenarios = List.copyOf(scenarios);
  }

  /** The verdict of a run without edges. */
  public RunOutcome(List<ScenarioResult> scenarios, long millis, String report) {
    this(scenarios, millis, report, ContractResult.NONE, null);
  }

  /** The same with other scenarios. */
  public RunOutcome with(List<ScenarioResult> results) {
    return new RunOutcome(results, millis, report, contracts, interactions);
  }

  /** The same with another result of the documents. */
  public RunOutcome with(ContractResult other) {
    return new RunOutcome(scenarios, millis, report, other, interactions);
  }

  /** The same with what was seen of the services' interactions. */
  public RunOutcome with(@Nullable InteractionCoverage seen) {
    return new RunOutcome(scenarios, millis, report, contracts, seen);
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
