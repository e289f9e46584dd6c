package dev.trestle.host.edge;

import dev.trestle.protocol.Interaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exchanges of the latest scenarios. Where there is no room, those of the scenario go that
 * ended first; when none has ended, the bodies of the oldest one, oldest first, so that the calls
 * of a scenario that runs can still be counted. Safe for use by many threads.
 */
final class InteractionLog {

  private final long mostBytes;
  private final Map<String, Scenario> byTrace = new LinkedHashMap<>();
  private long bytes;

  private static final class Scenario {
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Deque<Exchange> withBodies = new ArrayDeque<>();
    private long bytes;
    private boolean ended;
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
    scenario.withBodies.add(exchange);
    scenario.bytes += size;
    bytes += size;
    makeRoom(scenario);
  }

  private void makeRoom(Scenario latest) {
    Iterator<Scenario> oldest = byTrace.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      Scenario scenario = oldest.next();
      if (scenario.ended && scenario != latest) {
        bytes -= scenario.bytes;
        oldest.remove();
      }
    }
    for (Scenario scenario : byTrace.values()) {
      while (bytes > mostBytes && !scenario.withBodies.isEmpty()) {
        int freed = scenario.withBodies.remove().letBodiesGo();
        scenario.bytes -= freed;
        bytes -= freed;
      }
    }
  }

  /** A scenario has ended; its exchanges stay as long as there is room. */
  synchronized void endScenario(String traceId) {
    Scenario scenario = byTrace.remove(traceId);
    if (scenario != null) {
      scenario.ended = true;
      byTrace.put(traceId, scenario);
    }
  }

  /** Forgets everything: a run begins. */
  synchronized void clear() {
    byTrace.clear();
    bytes = 0;
  }

  /** What a scenario's exchanges are by now, oldest first. */
  List<Interaction> of(String traceId) {
    return exchanges(traceId).stream().map(Exchange::interaction).toList();
  }

  /** A scenario's exchanges by now, oldest first. */
  List<Exchange> exchanges(String traceId) {
    List<Exchange> exchanges;
    synchronized (this) {
      Scenario scenario = byTrace.get(traceId);
      exchanges = scenario == null ? List.of() : List.copyOf(scenario.exchanges);
    }
    return exchanges.stream()
        .sorted((one, other) -> Long.signum(one.begin() - other.begin()))
        .toList();
  }
}
