package dev.trestle.host.edge;

import dev.trestle.protocol.Interaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exchanges of the latest scenarios; the oldest scenario's go when there is no room. Safe for
 * use by many threads.
 */
final class InteractionLog {

  private final long mostBytes;
  private final Map<String, Scenario> byTrace = new LinkedHashMap<>();
  private long bytes;

  private static final class Scenario {
    private final List<Exchange> exchanges = new ArrayList<>();
    private long bytes;
  }

  InteractionLog(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** A request was received. */
  synchronized void add(Exchange exchange) {
    byTrace.computeIfAbsent(exchange.scenario(), id -> new Scenario()).exchanges.add(exchange);
  }

  /** An exchange is over and grows no more. */
  synchronized void ended(Exchange exchange) {
    Scenario scenario = byTrace.get(exchange.scenario());
    if (scenario == null) {
      return; // It has gone to make room.
    }
    int size = exchange.size();
    scenario.bytes += size;
    bytes += size;
    Iterator<Scenario> oldest = byTrace.values().iterator();
    while (bytes > mostBytes && byTrace.size() > 1) {
      bytes -= oldest.next().bytes;
      oldest.remove();
    }
  }

  /** What a scenario's exchanges are by now, oldest first. */
  List<Interaction> of(String traceId) {
    List<Exchange> exchanges;
    synchronized (this) {
      Scenario scenario = byTrace.get(traceId);
      exchanges = scenario == null ? List.of() : List.copyOf(scenario.exchanges);
    }
    return exchanges.stream()
        .sorted(Comparator.comparing(Exchange::startedAt))
        .map(Exchange::interaction)
        .toList();
  }
}
