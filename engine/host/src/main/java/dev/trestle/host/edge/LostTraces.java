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
import org.jspecify.annotations.Nullable;

/**
 * Calls between services without a scenario's trace id. One that a service makes while it answers a
 * scenario's call has most likely lost the trace; one at another time may be the service's own
 * background work. Safe for use by many threads.
 */
final class LostTraces {

  /** How many calls are remembered one by one, to explain a fault that met none. */
  private static final int MOST_CALLS = 5_000;

  private final Map<String, Integer> answering = new HashMap<>();
  private final Deque<Lost> latest = new ArrayDeque<>();
  private final Map<String, Map<String, Integer>> dropped = new TreeMap<>();

  private record Lost(Edge edge, String method, String path, long begin) {

    static Lost of(Exchange exchange) {
      Head request = exchange.request();
      return new Lost(exchange.edge(), request.method(), request.path(), exchange.begin());
    }
  }

  /** A run begins. */
  synchronized void clear() {
    answering.clear();
    latest.clear();
    dropped.clear();
  }

  /** A request was received while at least one scenario runs, or none does. */
  synchronized void begun(Exchange exchange, boolean scenariosRun) {
    Edge edge = exchange.edge();
    if (!exchange.traceId().isEmpty()) {
      answering.merge(edge.provider(), 1, Integer::sum);
      return;
    }
    if (edge.consumer().equals(Edge.TEST)) {
      return;
    }
    latest.add(Lost.of(exchange));
    if (latest.size() > MOST_CALLS) {
      latest.remove();
    }
    if (scenariosRun && answering.getOrDefault(edge.consumer(), 0) > 0) {
      dropped
          .computeIfAbsent(edge.consumer(), key -> new TreeMap<>())
          .merge(edge.provider(), 1, Integer::sum);
    }
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
    return since(nanos, consumer, provider, null);
  }

  /** How many of some calls, or of all, there were on an edge since such a time. */
  synchronized int since(
      long nanos, String consumer, String provider, @Nullable CallPattern calls) {
    return (int)
        latest.stream()
            .filter(each -> each.begin() - nanos >= 0)
            .filter(each -> each.edge().isBetween(consumer, provider))
            .filter(each -> calls == null || calls.fits(each.method(), each.path()))
            .count();
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
