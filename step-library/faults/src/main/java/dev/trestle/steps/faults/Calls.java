package dev.trestle.steps.faults;

import dev.trestle.protocol.Interaction;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** What one service called of another in the running scenario. */
final class Calls {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ScenarioScope scope;
  private final Edge edge;
  private final Call call;

  Calls(ScenarioScope scope, String consumer, String provider, String calls) {
    this.scope = scope;
    this.edge = Edge.between(consumer, provider, scope);
    this.call = Call.of(calls, scope);
  }

  void requireCount(int count) {
    List<Interaction> seen = until(count);
    if (seen.size() != count) {
      throw StepFailure.of(
              ("'" + edge.consumer() + "' called '" + edge.provider() + "' " + seen.size())
                  + (" times for '" + call + "', not " + count + "."))
          .evidence(ScenarioCalls.around(scope, edge))
          .fix("Look into '" + edge.consumer() + "', or correct the number or the path.");
    }
  }

  void requireSameHeader(String header) {
    List<Interaction> seen = until(1);
    if (seen.isEmpty()) {
      throw StepFailure.of("There was no call of " + edge + " for '" + call + "'.")
          .evidence(ScenarioCalls.around(scope, edge))
          .fix("Look into '" + edge.consumer() + "', or correct the path.");
    }
    String name = header.toLowerCase(Locale.ROOT);
    Map<String, Long> values =
        seen.stream()
            .map(each -> each.requestHeaders().getOrDefault(name, ""))
            .collect(Collectors.groupingBy(v -> v, LinkedHashMap::new, Collectors.counting()));
    if (values.size() > 1 || values.containsKey("")) {
      throw StepFailure.of(
              ("The " + seen.size() + " calls of " + edge + " for '" + call)
                  + ("' do not have the same header '" + header + "'."))
          .evidence(told(header, values))
          .fix("Look into '" + edge.consumer() + "': it should send the header unchanged.");
    }
  }

  private static String told(String header, Map<String, Long> values) {
    return values.entrySet().stream()
        .map(
            value ->
                "  %d × %s"
                    .formatted(
                        value.getValue(),
                        value.getKey().isEmpty() ? "without it" : header + ": " + value.getKey()))
        .collect(Collectors.joining("\n"));
  }

  /** The calls as soon as there are so many, or when the time is over; services may be at it. */
  private List<Interaction> until(int count) {
    try {
      return Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(PAUSE)
          .atMost(scope.patience())
          .until(this::seen, seen -> seen.size() >= count);
    } catch (ConditionTimeoutException e) {
      return seen();
    }
  }

  private List<Interaction> seen() {
    return ScenarioCalls.of(scope, edge).stream().filter(call::fits).toList();
  }
}
