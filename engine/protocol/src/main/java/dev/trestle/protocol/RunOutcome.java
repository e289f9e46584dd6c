package dev.trestle.protocol;

import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of a run. It alone decides about the build; what was displayed meanwhile does not.
 *
 * @param scenarios the result of every planned scenario, in the order of files and lines
 * @param millis the wall time of the scenarios in milliseconds
 * @param report the HTML report's path, empty when there is none
 * @param contracts how what passed the edges fits its documents
 * @param interactions how much of the services' interactions was seen, null when there are no edges
 * @param trouble why the run did not come to its own good end, or null when it did
 */
public record RunOutcome(
    List<ScenarioResult> scenarios,
    long millis,
    String report,
    ContractResult contracts,
    @Nullable InteractionCoverage interactions,
    @Nullable RunAborted trouble) {

  /** Keeps an unmodifiable copy. */
  public RunOutcome {
    scenarios = List.copyOf(scenarios);
  }

  /** The verdict of a run without edges that came to its good end. */
  public RunOutcome(List<ScenarioResult> scenarios, long millis, String report) {
    this(scenarios, millis, report, ContractResult.NONE, null, null);
  }

  /** The same with another result of the documents. */
  public RunOutcome with(ContractResult other) {
    return new RunOutcome(scenarios, millis, report, other, interactions, trouble);
  }

  /** The same with what was seen of the services' interactions. */
  public RunOutcome with(@Nullable InteractionCoverage seen) {
    return new RunOutcome(scenarios, millis, report, contracts, seen, trouble);
  }

  /** The same with the reason why the run did not come to its good end. */
  public RunOutcome with(@Nullable RunAborted why) {
    return new RunOutcome(scenarios, millis, report, contracts, interactions, why);
  }

  /** How many scenarios have each status; every status is there. */
  public Map<Status, Long> counts() {
    return counts(scenarios.stream().map(ScenarioResult::status).toList());
  }

  /** How many scenarios have a status. */
  public long count(Status status) {
    return counts().getOrDefault(status, 0L);
  }

  /** The scenarios that fail the build. */
  public List<ScenarioResult> red() {
    return scenarios.stream().filter(scenario -> scenario.status().isRed()).toList();
  }

  /** The statuses of scenarios as people read them, such as {@code 3 passed, 1 failed}. */
  public static String summary(List<Status> statuses) {
    return counts(statuses).entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .map(count -> count.getValue() + " " + count.getKey().text())
        .collect(Collectors.joining(", "));
  }

  private static Map<Status, Long> counts(List<Status> statuses) {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    Arrays.stream(Status.values()).forEach(status -> counts.put(status, 0L));
    statuses.forEach(status -> counts.merge(status, 1L, Long::sum));
    return counts;
  }
}
