package dev.trestle.host.edge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What happened on each edge in a run, and in which scenarios. It is put together when the run is
 * over; while it goes on, an exchange costs one small object. Safe for use by many threads.
 */
final class Coverage {

  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** Something that happened on an edge; without a method, to the edge as a whole. */
  private record Seen(Edge edge, String method, String path, String scenario, Outcome outcome) {}

  private static final class OfEdge {
    private final Map<Outcome, Set<String>> scenarios = new EnumMap<>(Outcome.class);
    private final Map<String, Integer> operations = new TreeMap<>();
    private int count;
  }

  /** Forgets everything: a run begins. */
  void clear() {
    seen.clear();
    names.clear();
  }

  /** An exchange is over. */
  void add(Exchange exchange) {
    Head request = exchange.request();
    seen.add(
        new Seen(
            exchange.edge(),
            request.method(),
            request.pathAlone(),
            exchange.scenario(),
            exchange.outcome()));
  }

  /** Something happened to all connections of an edge. */
  void add(Edge edge, Outcome outcome, String traceId) {
    seen.add(new Seen(edge, "", "", traceId, outcome));
  }

  /** A scenario has a name. */
  void name(String traceId, String name) {
    names.put(traceId, name);
  }

  /** All of it, with every edge that there is. */
  InteractionReport report(List<Edge> all, PathTemplates templates) {
    Map<String, OfEdge> edges = new LinkedHashMap<>();
    Map<InteractionReport.Lost, Integer> lost = new LinkedHashMap<>();
    for (Seen each : seen) {
      OfEdge edge = edges.computeIfAbsent(each.edge().toString(), key -> new OfEdge());
      mark(edge, Outcome.EXERCISED, each.scenario());
      mark(edge, each.outcome(), each.scenario());
      if (!each.method().isEmpty()) {
        String operation =
            each.method() + " " + templates.of(each.edge().provider(), each.method(), each.path());
        edge.count++;
        edge.operations.merge(operation, 1, Integer::sum);
        if (each.scenario().isEmpty()) {
          lost.merge(lost(each.edge(), operation), 1, Integer::sum);
        }
      }
    }
    return new InteractionReport(
        all.stream().map(edge -> reported(edge, edges)).distinct().toList(),
        lost.entrySet().stream().map(each -> each.getKey().counted(each.getValue())).toList());
  }

  private static InteractionReport.Lost lost(Edge edge, String operation) {
    return new InteractionReport.Lost(edge.consumer(), edge.provider(), operation, 0);
  }

  private InteractionReport.Edge reported(Edge edge, Map<String, OfEdge> edges) {
    OfEdge found = edges.getOrDefault(edge.toString(), new OfEdge());
    List<InteractionReport.Operation> operations = new ArrayList<>();
    found.operations.forEach(
        (operation, count) -> operations.add(new InteractionReport.Operation(operation, count)));
    return new InteractionReport.Edge(
        edge.consumer(),
        edge.provider(),
        edge.kind().name(),
        found.count,
        outcomes(found),
        operations);
  }

  private Map<String, List<String>> outcomes(OfEdge edge) {
    Map<String, List<String>> outcomes = new LinkedHashMap<>();
    edge.scenarios.forEach(
        (outcome, scenarios) ->
            outcomes.put(
                outcome.word(),
                scenarios.stream()
                    .map(id -> names.getOrDefault(id, id))
                    .distinct()
                    .sorted()
                    .toList()));
    return outcomes;
  }

  private static void mark(OfEdge edge, Outcome outcome, String traceId) {
    Set<String> scenarios = edge.scenarios.computeIfAbsent(outcome, key -> new TreeSet<>());
    if (!traceId.isEmpty()) {
      scenarios.add(traceId);
    }
  }
}
