package dev.trestle.host.environment;

import dev.trestle.host.edge.Condition;
import dev.trestle.host.edge.Edge;
import dev.trestle.host.edge.Edges;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.ServiceDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The real outages that scenarios ask for, and the way back from them. One call at a time: a
 * scenario with an outage is alone.
 */
final class Outages {

  private static final String OCCASION = "after an outage";

  /** A connection, whatever ports it has. */
  private record Line(String consumer, String provider) {}

  private final Supplier<Running> running;
  private final Edges edges;
  private final DeathWatch deaths;
  private final UnaryOperator<String> logs;
  private final Map<String, Part> stopped = new LinkedHashMap<>();
  private final Map<String, Part> paused = new LinkedHashMap<>();
  private final Set<Line> changed = new LinkedHashSet<>();
  private final Set<String> scenarios = ConcurrentHashMap.newKeySet();
  private boolean happened;

  /**
   * No outage yet.
   *
   * @param logs the path of a service's log as a message shows it
   */
  Outages(Supplier<Running> running, Edges edges, DeathWatch deaths, UnaryOperator<String> logs) {
    this.running = running;
    this.edges = edges;
    this.deaths = deaths;
    this.logs = logs;
  }

  /** Forgets which scenarios of earlier runs had one, and undoes what they left. */
  void beginRun() {
    recover();
    scenarios.clear();
  }

  /** Whether a scenario of this run had an outage, or asked for one; does not wait for any. */
  boolean happenedIn(String traceId) {
    return scenarios.contains(traceId);
  }

  /**
   * Has something happen; returns when it has.
   *
   * @throws IllegalArgumentException with a four-part message when it cannot, when there is no such
   *     service or edge, or when a service does not come back
   */
  synchronized void happen(Outage outage) {
    if (!edges.isOfRun(outage.traceId())) {
      throw new IllegalArgumentException(Messages.noScenarioOfRun("outage"));
    }
    happened = true;
    scenarios.add(outage.traceId());
    begin(outage);
    boolean done = false;
    try {
      carryOut(() -> happen(outage.event()));
      done = true;
    } finally {
      if (!done) {
        edges.withdraw(outage);
      }
    }
  }

  /** From now on it can be met, or another one can no more. */
  private void begin(Outage outage) {
    Outage.Event event = outage.event();
    if (event instanceof Outage.Back back) {
      edges.back(back.service());
    } else if (event instanceof Outage.Mended mended) {
      Line line = new Line(mended.consumer(), mended.provider());
      edges.over(each -> line.equals(line(each)));
    } else {
      edges.over(each -> !each.equals(event) && isReplaced(each, event));
      edges.begin(outage, !hearsBroker(service(event)));
    }
  }

  /** What is stopped is paused no more, and what is cut is not slow. */
  private static boolean isReplaced(Outage.Event old, Outage.Event event) {
    Line line = line(event);
    return line == null ? service(old).equals(service(event)) : line.equals(line(old));
  }

  private static String service(Outage.Event event) {
    if (event instanceof Outage.Stopped stop) {
      return stop.service();
    }
    if (event instanceof Outage.Paused pause) {
      return pause.service();
    }
    return event instanceof Outage.Restarted restart ? restart.service() : "";
  }

  private static @Nullable Line line(Outage.Event event) {
    if (event instanceof Outage.Cut cut) {
      return new Line(cut.consumer(), cut.provider());
    }
    return event instanceof Outage.Slowed slow ? new Line(slow.consumer(), slow.provider()) : null;
  }

  /** Messages that wait for a service while it is out pass no edge of it. */
  private boolean hearsBroker(String service) {
    return edges.all().stream()
        .filter(edge -> edge.consumer().equals(service))
        .map(edge -> running.get().description().service(edge.provider()))
        .flatMap(Optional::stream)
        .anyMatch(provider -> provider.kind() == ServiceDescription.Kind.BROKER);
  }

  private interface Act {
    void run() throws StartFailure, InterruptedException;
  }

  private static void carryOut(Act act) {
    try {
      act.run();
    } catch (StartFailure e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("The outage was interrupted: the environment ends.", e);
    }
  }

  private void happen(Outage.Event event) throws StartFailure, InterruptedException {
    if (event instanceof Outage.Stopped stop) {
      stop(part(stop.service()));
    } else if (event instanceof Outage.Paused pause) {
      pause(part(pause.service()));
    } else if (event instanceof Outage.Restarted restart) {
      stop(part(restart.service()));
      edges.over(each -> each == event);
      back(part(restart.service()));
      awaitAll();
    } else if (event instanceof Outage.Back back) {
      back(part(back.service()));
      awaitAll();
    } else if (event instanceof Outage.Cut cut) {
      change(new Line(cut.consumer(), cut.provider()), Condition.CUT);
    } else if (event instanceof Outage.Slowed slow) {
      Line line = new Line(slow.consumer(), slow.provider());
      change(line, Condition.slowedBy(slow.millis()));
    } else if (event instanceof Outage.Mended mended) {
      mend(new Line(mended.consumer(), mended.provider()));
      awaitAll();
    }
  }

  /** Who needs what is back is ready again too, unless something else is still missing. */
  private void awaitAll() throws StartFailure, InterruptedException {
    if (stopped.isEmpty() && paused.isEmpty() && changed.isEmpty()) {
      reviveDead();
      new Recovery(running.get().parts().values(), logs, OCCASION).await();
    }
  }

  /**
   * Undoes whatever happened since the last time; returns when every service is ready again.
   *
   * @throws IllegalArgumentException with a four-part message when a service does not come back
   */
  synchronized void recover() {
    if (happened) {
      edges.over(each -> true);
      carryOut(this::undo);
      happened = false;
    }
  }

  private void undo() throws StartFailure, InterruptedException {
    List.copyOf(changed).forEach(this::mend);
    for (Part part : List.copyOf(paused.values())) {
      back(part);
    }
    for (Part part : List.copyOf(stopped.values())) {
      back(part);
    }
    awaitAll();
  }

  private void stop(Part part) throws StartFailure, InterruptedException {
    if (stopped.containsKey(part.service().name())) {
      return;
    }
    part.resume();
    deaths.expect(part);
    part.halt();
    paused.remove(part.service().name());
    stopped.put(part.service().name(), part);
  }

  private void pause(Part part) throws StartFailure {
    if (!stopped.containsKey(part.service().name())) {
      part.pause();
      paused.put(part.service().name(), part);
    }
  }

  private void back(Part part) throws StartFailure, InterruptedException {
    String name = part.service().name();
    if (paused.remove(name) != null) {
      part.resume();
    }
    if (stopped.containsKey(name)) {
      start(part);
      stopped.remove(name);
    }
    new Recovery(List.of(part), logs, OCCASION).await();
  }

  /** One that was started and was not ready in time may still be about to be. */
  private void start(Part part) throws StartFailure, InterruptedException {
    if (part.process().filter(Process::isAlive).isEmpty()) {
      part.start();
    }
    part.awaitReady();
    deaths.watchLater(part);
  }

  /** A service that could not live with the outage is a finding, but no reason for the next. */
  private void reviveDead() throws StartFailure, InterruptedException {
    for (Part part : running.get().parts().values()) {
      if (part.process().filter(process -> !process.isAlive()).isPresent()) {
        start(part);
      }
    }
  }

  private void change(Line line, Condition condition) {
    if (!edges.areOn()) {
      throw new IllegalArgumentException(
          EdgesOff.message(EdgesOff.between(line.consumer(), line.provider())));
    }
    if (!edges.change(line.consumer(), line.provider(), condition)) {
      throw new IllegalArgumentException(noEdge(line));
    }
    changed.add(line);
  }

  private void mend(Line line) {
    change(line, Condition.WELL);
    changed.remove(line);
  }

  private String noEdge(Line line) {
    List<String> known = new ArrayList<>();
    edges.all().stream().map(Edge::toString).distinct().forEach(known::add);
    return "There is no connection from '%s' to '%s' to break.%n"
            .formatted(line.consumer(), line.provider())
        + "The connections are: %s.%n".formatted(String.join(", ", known))
        + "One is known for each name:port in the environment of a service.%n".formatted()
        + "Name two services that are connected so.";
  }

  private Part part(String name) {
    Part part = running.get().parts().get(name);
    if (part == null) {
      throw new IllegalArgumentException(
          "Service '%s' is unknown.%n".formatted(name)
              + "Services of the environment: %s.%n"
                  .formatted(String.join(", ", running.get().parts().keySet()))
              + "They are those of the Compose file.%n".formatted()
              + "Name one of them.");
    }
    return part;
  }
}
