package dev.trestle.host.edge;

import dev.trestle.protocol.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The outages of the scenarios that run, and which edges met them. Costs nothing where there is
 * none. Safe for use by many threads.
 */
final class OutageLog {

  private final Coverage coverage;
  private final List<MetOutage> outages = new CopyOnWriteArrayList<>();

  /** No outage yet, and where the edges that meet one are counted. */
  OutageLog(Coverage coverage) {
    this.coverage = coverage;
  }

  /**
   * One begins, unless the same is in force already. Calls in progress meet it, and connections
   * that are there and not read.
   *
   * @param isSeen whether all that needs the part that is out passes edges
   * @param edges all edges
   * @param calls all exchanges of its scenario
   */
  void begin(Outage outage, boolean isSeen, Map<Edge, EdgeProxy> edges, List<Exchange> calls) {
    boolean isInForce =
        outages.stream().anyMatch(each -> each.isInForce() && each.event().equals(outage.event()));
    if (isInForce) {
      return;
    }
    Outcome outcome = MetOutage.outcome(outage.event());
    List<Edge> touched = MetOutage.touched(outage.event(), edges.keySet());
    MetOutage begun =
        new MetOutage(
            outage, touched, isSeen, edge -> coverage.add(edge, outcome, outage.traceId()));
    outages.add(begun);
    calls.stream().filter(call -> !call.isOver()).forEach(call -> begun.used(call.edge()));
    for (Edge edge : touched) {
      EdgeProxy proxy = edges.get(edge);
      if (edge.kind() == Edge.Kind.TCP && proxy != null && proxy.hasConnections()) {
        begun.tried(edge);
      }
    }
  }

  /** It could not happen. */
  void withdraw(Outage outage) {
    outages.removeIf(each -> each.isOf(outage));
  }

  /** Those of some events are over; what comes now does not meet them. */
  void over(Predicate<Outage.Event> events) {
    for (MetOutage outage : outages) {
      if (events.test(outage.event())) {
        outage.over();
      }
    }
  }

  /** A step has a service back; what comes now does not meet its outages. */
  void back(String service) {
    outages.stream().filter(outage -> outage.isOfService(service)).forEach(MetOutage::back);
  }

  /** A call came on an edge, or traffic that is not read. */
  void used(Edge edge) {
    outages.forEach(outage -> outage.used(edge));
  }

  /** A connection of an edge was tried. */
  void tried(Edge edge) {
    outages.forEach(outage -> outage.tried(edge));
  }

  /** Ends those of a scenario and says what they were. */
  List<MetOutage> end(String traceId) {
    List<MetOutage> gone = new ArrayList<>(outages);
    gone.removeIf(outage -> !outage.isOf(traceId));
    outages.removeAll(gone);
    return gone;
  }

  /** Forgets everything: a run begins. */
  void clear() {
    outages.clear();
  }
}
