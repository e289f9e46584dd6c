package dev.trestle.host.edge;

import dev.trestle.protocol.Outage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An outage and the edges that met it. An edge over HTTP meets it with a call, one over TCP with a
 * connection, since nobody reads what passes there. Safe for use by many threads.
 */
final class MetOutage {

  private final Outage outage;
  private final List<Edge> edges;
  private final boolean isSeen;
  private final Consumer<Edge> met;
  private final Set<String> metOn = new LinkedHashSet<>();
  private boolean over;
  private boolean back;

  /**
   * An outage that begins now.
   *
   * @param edges those that it touches
   * @param isSeen whether all that needs the part that is out passes these edges
   * @param met hears of each edge that meets it, once
   */
  MetOutage(Outage outage, List<Edge> edges, boolean isSeen, Consumer<Edge> met) {
    this.outage = outage;
    this.edges = edges;
    this.isSeen = isSeen;
    this.met = met;
  }

  Outage.Event event() {
    return outage.event();
  }

  boolean isOf(Outage other) {
    return outage == other;
  }

  boolean isOf(String traceId) {
    return outage.traceId().equals(traceId);
  }

  /** Whether the service itself is out. */
  boolean isOfService(String service) {
    return event() instanceof Outage.Stopped stop && stop.service().equals(service)
        || event() instanceof Outage.Paused pause && pause.service().equals(service)
        || event() instanceof Outage.Restarted restart && restart.service().equals(service);
  }

  synchronized boolean isInForce() {
    return !over;
  }

  synchronized void over() {
    over = true;
  }

  /** A call came on an edge, or traffic that is not read. */
  synchronized void used(Edge edge) {
    if (!over && edges.contains(edge) && metOn.add(edge.toString())) {
      met.accept(edge);
    }
  }

  /** A connection was tried, or was there; where calls are read, only one that is cut tells. */
  void tried(Edge edge) {
    if (edge.kind() == Edge.Kind.TCP || event() instanceof Outage.Cut) {
      used(edge);
    }
  }

  /** A step of its scenario has the service back; what is kept is tested afterwards. */
  synchronized void back() {
    if (!over && event() instanceof Outage.Stopped) {
      back = true;
    }
    over = true;
  }

  /** Whether it met nobody, so that its scenario tested nothing by it. */
  boolean isUnmet() {
    return isQuiet() && canBeMet();
  }

  /** Whether it met nobody, and may have mattered all the same by what the service itself does. */
  boolean mayMatter() {
    return isQuiet() && !canBeMet();
  }

  private synchronized boolean isQuiet() {
    return metOn.isEmpty()
        && isSeen
        && !edges.isEmpty()
        && !back
        && !(event() instanceof Outage.Restarted);
  }

  /** Whether a service has an edge that leads to the part, or a step named the edge. */
  private boolean canBeMet() {
    return event() instanceof Outage.Cut
        || event() instanceof Outage.Slowed
        || edges.stream().anyMatch(edge -> !edge.consumer().equals(Edge.TEST));
  }

  /** What is worth knowing where it met nobody and may have mattered. */
  String warning() {
    String service = edges.get(0).provider();
    return ("The outage '" + told() + "' met no call.\n")
        + ("No service calls '" + service + "' over an edge, so whether the scenario needed it")
        + (" cannot be seen: '" + service + "' may do its work unasked." + look())
        + "\nCheck in the scenario what the outage changes; tag the scenario @unused-faults if the"
        + " outage may stay unused.";
  }

  private String look() {
    return outage.where().isEmpty() ? "" : "\nLook at " + outage.where() + ".";
  }

  /** Why it is a mistake that it met nobody. */
  String message(List<Exchange> calls) {
    List<String> used =
        calls.stream().map(call -> call.edge().toString()).distinct().sorted().toList();
    String touched =
        edges.stream().map(Edge::toString).distinct().sorted().collect(Collectors.joining(", "));
    return ("The outage '" + told() + "' met no call, so it tested nothing.\n")
        + ("While it lasted, nobody called or connected on: " + touched + ".")
        + (used.isEmpty()
            ? " No call at all was seen in this scenario."
            : " Connections that the scenario used: " + String.join(", ", used) + ".")
        + look()
        + "\nLet the scenario need it during the outage, or remove the step; tag the scenario"
        + " @unused-faults if the outage may stay unused.";
  }

  private String told() {
    Outage.Event event = event();
    if (event instanceof Outage.Stopped stop) {
      return stop.service() + " is stopped";
    }
    if (event instanceof Outage.Paused pause) {
      return pause.service() + " is paused";
    }
    if (event instanceof Outage.Restarted restart) {
      return restart.service() + " is restarted";
    }
    if (event instanceof Outage.Cut cut) {
      return cut.consumer() + " -> " + cut.provider() + " is cut";
    }
    if (event instanceof Outage.Slowed slow) {
      return "%s -> %s is slowed by %d ms"
          .formatted(slow.consumer(), slow.provider(), slow.millis());
    }
    return event.toString();
  }

  /** What it was and who met it, on one line. */
  @Override
  public synchronized String toString() {
    return told() + (metOn.isEmpty() ? "; met no call" : "; met on " + String.join(", ", metOn));
  }

  /** The edges that an event touches, of all that there are. */
  static List<Edge> touched(Outage.Event event, Collection<Edge> all) {
    List<Edge> touched = new ArrayList<>(all);
    touched.removeIf(edge -> !touches(event, edge));
    return touched;
  }

  private static boolean touches(Outage.Event event, Edge edge) {
    if (event instanceof Outage.Stopped stop) {
      return edge.provider().equals(stop.service());
    }
    if (event instanceof Outage.Paused pause) {
      return edge.provider().equals(pause.service());
    }
    if (event instanceof Outage.Restarted restart) {
      return edge.provider().equals(restart.service());
    }
    if (event instanceof Outage.Cut cut) {
      return edge.isBetween(cut.consumer(), cut.provider());
    }
    return event instanceof Outage.Slowed slow && edge.isBetween(slow.consumer(), slow.provider());
  }

  /** How the matrix counts it on an edge that meets it. */
  static Outcome outcome(Outage.Event event) {
    return event instanceof Outage.Paused || event instanceof Outage.Slowed
        ? Outcome.SLOW
        : Outcome.REFUSED;
  }
}
