package dev.trestle.host.edge;

import dev.trestle.protocol.ContractResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
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
  private final Set<Seen> passed = ConcurrentHashMap.newKeySet();
  private final Set<String> checked = ConcurrentHashMap.newKeySet();
  private final Map<String, Scenario> names = new ConcurrentHashMap<>();

  /** Something that happened on an edge; without a method, to the edge as a whole. */
  private record Seen(Edge edge, String method, String path, String scenario, Outcome outcome) {}

  /** How a scenario is known to people. */
  private record Scenario(String name, String location) {

    String key() {
      return location.isEmpty() ? name : location;
    }
  }

  private static final class OfEdge {
    private final Map<Outcome, Set<String>> scenarios = new EnumMap<>(Outcome.class);
    private final Set<Outcome> unattributed = EnumSet.noneOf(Outcome.class);
    private final Map<String, Integer> operations = new TreeMap<>();
    private int count;
  }

  /** Forgets everything: a run begins. */
  void clear() {
    seen.clear();
    passed.clear();
    checked.clear();
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

  /** Something that is not read passes on an edge; told often, it is kept once. */
  void passed(Edge edge, String traceId) {
    passed.add(new Seen(edge, "", "", traceId, Outcome.EXERCISED));
  }

  /** An exchange of a scenario was held against the provider's document. */
  void checked(Edge edge, String traceId) {
    if (checked.add(edge + " " + traceId)) {
      add(edge, Outcome.CONTRACT_CHECKED, traceId);
    }
  }

  /** A scenario has a name, and a location unless that is empty. */
  void name(String traceId, String name, String location) {
    names.put(traceId, new Scenario(name, location));
  }

  /** All of it, with every edge that there is. */
  InteractionReport report(List<Edge> all, Landscape landscape) {
    Map<String, OfEdge> edges = new LinkedHashMap<>();
    Map<InteractionReport.Lost, Integer> lost = new LinkedHashMap<>();
    passed.forEach(
        each ->
            mark(
                edges.computeIfAbsent(key(each.edge()), key -> new OfEdge()),
                each.outcome(),
                each.scenario()));
    for (Seen each : seen) {
      OfEdge edge = edges.computeIfAbsent(key(each.edge()), key -> new OfEdge());
      mark(edge, Outcome.EXERCISED, each.scenario());
      mark(edge, each.outcome(), each.scenario());
      if (!each.method().isEmpty()) {
        String operation =
            each.method()
                + " "
                + landscape
                    .templates()
                    .of(each.edge().provider(), each.method(), each.path(), each.scenario());
        edge.count++;
        edge.operations.merge(operation, 1, Integer::sum);
        if (each.scenario().isEmpty()) {
          lost.merge(lost(each.edge(), operation), 1, Integer::sum);
        }
      }
    }
    List<InteractionReport.Edge> reported = reported(all, landscape, edges);
    return new InteractionReport(
        reported,
        lost.entrySet().stream().map(each -> each.getKey().counted(each.getValue())).toList(),
        landscape.reported(reported),
        scenarios(),
        Matrix.of(reported),
        ContractResult.NONE);
  }

  private List<InteractionReport.Edge> reported(
      List<Edge> all, Landscape landscape, Map<String, OfEdge> edges) {
    List<InteractionReport.Edge> reported = new ArrayList<>();
    all.forEach(edge -> reported.add(reported(edge, true, landscape, edges)));
    landscape.told().stream()
        .filter(told -> all.stream().noneMatch(e -> e.isBetween(told.consumer(), told.provider())))
        .forEach(told -> reported.add(reported(told, false, landscape, edges)));
    return reported.stream().filter(Matrix::isShown).distinct().toList();
  }

  /** The names of scenarios that have a location, by location. */
  private Map<String, String> scenarios() {
    Map<String, String> scenarios = new TreeMap<>();
    names.values().stream()
        .filter(scenario -> !scenario.location().isEmpty())
        .forEach(scenario -> scenarios.put(scenario.location(), scenario.name()));
    return scenarios;
  }

  private static InteractionReport.Lost lost(Edge edge, String operation) {
    return new InteractionReport.Lost(edge.consumer(), edge.provider(), operation, 0);
  }

  private InteractionReport.Edge reported(
      Edge edge, boolean observed, Landscape landscape, Map<String, OfEdge> edges) {
    OfEdge found = edges.getOrDefault(key(edge), new OfEdge());
    List<InteractionReport.Operation> operations = new ArrayList<>();
    found.operations.forEach(
        (operation, count) -> operations.add(new InteractionReport.Operation(operation, count)));
    return new InteractionReport.Edge(
        edge.consumer(),
        edge.provider(),
        edge.kind().name(),
        observed,
        found.count,
        words(Matrix.applicable(edge, observed, landscape.checked().contains(edge.provider()))),
        outcomes(found),
        words(found.unattributed),
        operations);
  }

  private Map<String, List<String>> outcomes(OfEdge edge) {
    Map<String, List<String>> outcomes = new LinkedHashMap<>();
    edge.scenarios.forEach(
        (outcome, scenarios) ->
            outcomes.put(
                outcome.word(),
                scenarios.stream()
                    .map(id -> names.getOrDefault(id, new Scenario(id, "")).key())
                    .distinct()
                    .sorted()
                    .toList()));
    return outcomes;
  }

  /** Several ports of a provider are one edge, unless something else is spoken there. */
  private static String key(Edge edge) {
    return edge + " " + edge.kind();
  }

  private static List<String> words(Collection<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::word).toList();
  }

  private static void mark(OfEdge edge, Outcome outcome, String traceId) {
    Set<String> scenarios = edge.scenarios.computeIfAbsent(outcome, key -> new TreeSet<>());
    if (traceId.isEmpty()) {
      edge.unattributed.add(outcome);
    } else {
      scenarios.add(traceId);
    }
  }
}
