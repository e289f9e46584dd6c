package dev.trestle.steps.faults;

import dev.trestle.protocol.Interaction;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.internal.CallLines;
import java.util.List;

/** The calls between services in the running scenario, as evidence. */
final class ScenarioCalls {

  private static final int MOST = 20;

  private ScenarioCalls() {}

  /**
   * The calls of an edge. A virtual service does not know who calls it; such calls count only where
   * no edge proxy saw the caller, so that none counts twice.
   */
  static List<Interaction> of(ScenarioScope scope, Edge edge) {
    List<Interaction> toProvider =
        scope.host().interactions(scope.traceId()).stream()
            .filter(each -> each.provider().equals(edge.provider()))
            .toList();
    boolean known = toProvider.stream().anyMatch(each -> !each.consumer().isEmpty());
    return toProvider.stream()
        .filter(each -> each.consumer().equals(known ? edge.consumer() : ""))
        .toList();
  }

  /** The calls of the edge; without any, those of the whole scenario. */
  static String around(ScenarioScope scope, Edge edge) {
    List<Interaction> calls = of(scope, edge);
    if (!calls.isEmpty()) {
      return "Calls of " + edge + " in this scenario:\n" + list(calls);
    }
    List<Interaction> all = scope.host().interactions(scope.traceId());
    return all.isEmpty()
        ? "No call at all was seen in this scenario; do the services propagate traceparent?"
        : "No call of " + edge + " was seen in this scenario. Seen were:\n" + list(all);
  }

  /** The last calls, one line each. */
  static String list(List<Interaction> calls) {
    return CallLines.of(calls.subList(Math.max(0, calls.size() - MOST), calls.size()));
  }
}
