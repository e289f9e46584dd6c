package dev.trestle.host.edge;

import dev.trestle.protocol.CallPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls between services without a scenario's trace id. One that a service makes while it answers a
 * scenario's call has most likely lost the trace; so may have one at another time, unless it is
 * known as {@linkplain BackgroundWork background work}. Safe for use by many threads.
 */
final class LostTraces {

  /** How many calls are remembered one by one, to explain a fault that met none. */
  private static final int MOST_CALLS = 5_000;

  private final int most;
  private final BackgroundWork background = new BackgroundWork(System::nanoTime);
  private final Map<String, Integer> answering = new HashMap<>();
  private final Deque<Lost> latest = new ArrayDeque<>();
  private final Map<Line, Map<String, Long>> forgotten = new HashMap<>();
  private final Map<String, Map<String, Integer>> dropped = new TreeMap<>();

  private record Line(String consumer, String provider) {}

  /** A call without its bodies. */
  private record Lost(
      BackgroundWork.Operation operation,
      String path,
      String scenario,
      long begin,
      boolean answering) {

    static Lost of(Exchange exchange, boolean answering) {
      return new Lost(
          BackgroundWork.Operation.of(exchange),
          exchange.request().path(),
          exchange.scenario(),
          exchange.begin(),
          answering);
    }

    Line line() {
      return new Line(operation.consumer(), operation.provider());
    }

    boolean fits(@Nullable CallPattern calls) {
      return calls == null || calls.fits(operation.method(), path);
    }
  }

  /**
   * What is known of the calls without a trace id on an edge since a time.
   *
   * @param lost how many of them can be a scenario's
   * @param hasForgotten whether there were more that are not remembered
   */
  record Known(int lost, boolean hasForgotten) {}

  /** None yet. */
  LostTraces() {
    this(MOST_CALLS);
  }

  /** None yet, and so many are remembered at most. */
  LostTraces(int most) {
    this.most = most;
  }

  /** A run begins. */
  synchronized void beginRun() {
    answering.clear();
    latest.clear();
    forgotten.clear();
    dropped.clear();
    background.beginRun();
  }

  /** A run is over. */
  synchronized void endRun() {
    background.endRun();
  }

  /** Whether a request that was just received is a service's own background work. */
  synchronized boolean isBackground(Exchange exchange) {
    return exchange.traceId().isEmpty() && isBackground(Lost.of(exchange, isAnswering(exchange)));
  }

  /** A request was received while at least one scenario runs, or none does. */
  synchronized void begun(Exchange exchange, boolean scenariosRun) {
    background.begun(exchange);
    Edge edge = exchange.edge();
    if (!exchange.traceId().isEmpty()) {
      answering.merge(edge.provider(), 1, Integer::sum);
      return;
    }
    if (edge.consumer().equals(Edge.TEST)) {
      return;
    }
    Lost call = Lost.of(exchange, isAnswering(exchange));
    latest.add(call);
    if (latest.size() > most) {
      forget(latest.remove());
    }
    if (scenariosRun && call.answering() && !isBackground(call)) {
      dropped
          .computeIfAbsent(edge.consumer(), key -> new TreeMap<>())
          .merge(edge.provider(), 1, Integer::sum);
    }
  }

  private boolean isAnswering(Exchange exchange) {
    return answering.getOrDefault(exchange.edge().consumer(), 0) > 0;
  }

  /** Keeps of a call only when it came, if it can be of a scenario. */
  private void forget(Lost call) {
    if (!isBackground(call)) {
      forgotten
          .computeIfAbsent(call.line(), key -> new HashMap<>())
          .put(call.scenario(), call.begin());
    }
  }

  private boolean isBackground(Lost call) {
    return background.has(call.operation(), call.answering());
  }

  /** A request that was received is over. */
  synchronized void ended(Exchange exchange) {
    if (!exchange.traceId().isEmpty()) {
      answering.computeIfPresent(
          exchange.edge().provider(), (key, count) -> count > 1 ? count - 1 : null);
    }
  }

  /** How many there were on an edge since a time of {@link System#nanoTime}. */
  synchronized int since(long nanos, String consumer, String provider) {
    return (int) latest(nanos, new Line(consumer, provider)).count();
  }

  private Stream<Lost> latest(long nanos, Line line) {
    return latest.stream()
        .filter(each -> each.begin() - nanos >= 0)
        .filter(each -> each.line().equals(line))
        .filter(each -> !isBackground(each));
  }

  /**
   * What is known of some calls, or of all, on an edge since such a time.
   *
   * @param traceId a scenario; calls that count for it are not lost for it
   */
  synchronized Known known(
      String traceId, long nanos, String consumer, String provider, @Nullable CallPattern calls) {
    Line line = new Line(consumer, provider);
    long lost =
        latest(nanos, line)
            .filter(each -> !each.scenario().equals(traceId))
            .filter(each -> each.fits(calls))
            .count();
    boolean hasForgotten =
        forgotten.getOrDefault(line, Map.of()).entrySet().stream()
            .filter(each -> !each.getKey().equals(traceId))
            .anyMatch(each -> each.getValue() - nanos >= 0);
    return new Known((int) lost, hasForgotten);
  }

  /** A message for each service that dropped the trace while it answered a scenario's call. */
  synchronized List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    dropped.forEach(
        (consumer, providers) ->
            warnings.add(
                "Service '%s' made %d call(s) without the scenario's trace id while it answered a call of a scenario: %s.%n"
                        .formatted(
                            consumer,
                            providers.values().stream().mapToInt(Integer::intValue).sum(),
                            providers.entrySet().stream()
                                .map(each -> each.getValue() + " to " + each.getKey())
                                .collect(Collectors.joining(", ")))
                    + "It does not propagate the header traceparent, so faults, call checks and evidence of scenarios miss these calls.%n"
                        .formatted()
                    + "See 'My service does not propagate traceparent' in docs/edges.md."));
    return warnings;
  }
}
