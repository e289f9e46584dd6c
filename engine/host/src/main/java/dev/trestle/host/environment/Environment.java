package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.edge.Edges;
import dev.trestle.host.edge.HttpEdgeProxies;
import dev.trestle.host.standin.StandIns;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Mail;
import dev.trestle.protocol.ServiceLog;
import dev.trestle.protocol.StubMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running system in the process runtime: local processes, stand-ins, virtual services, edges. */
public final class Environment implements AutoCloseable {

  private final List<Part> parts;
  private final Map<String, LogFile> logs;
  private final Edges edges;
  private final EnvironmentDescription description;
  private final DeathWatch deaths;
  private final Shutdown shutdown;

  private Environment(
      List<Part> parts,
      Map<String, LogFile> logs,
      Edges edges,
      EnvironmentDescription description,
      DeathWatch deaths,
      Shutdown shutdown) {
    this.parts = List.copyOf(parts);
    this.logs = logs;
    this.edges = edges;
    this.description = description;
    this.deaths = deaths;
    this.shutdown = shutdown;
  }

  /**
   * Starts a system; returns when every service is proved ready.
   *
   * @param request what to start
   * @param listener hears how it goes
   * @throws EnvironmentException when a service does not start; everything is down again then
   */
  public static Environment start(EnvironmentRequest request, EnvironmentListener listener) {
    ComposeProject project = request.project();
    EnvironmentListener serial = new SerialListener(listener);
    HttpEdgeProxies proxies = new HttpEdgeProxies();
    Edges edges = new Edges(proxies);
    Processes processes = new Processes(request.session());
    AddressBook addresses = new AddressBook(project, edges);
    Plan plan =
        new Plan(
            request,
            StandIns.load(),
            addresses,
            processes,
            Machine.current(request.session().folder()));
    DeathWatch deaths =
        new DeathWatch(plan.logs(), log -> Plan.shown(project, log.path()), serial::died);
    List<Part> parts = new ArrayList<>();
    Shutdown shutdown = new Shutdown(parts, processes, edges, proxies, deaths);
    try {
      parts.addAll(plan.make());
      new Startup(parts, serial, deaths).run();
      EnvironmentDescription description = new Describing(addresses).describe(parts);
      return new Environment(parts, plan.logs(), edges, description, deaths, shutdown);
    } catch (StartFailure e) {
      shutdown.run();
      throw new EnvironmentException(e.getMessage());
    } catch (InterruptedException e) {
      shutdown.run();
      Thread.currentThread().interrupt();
      throw new EnvironmentException("The start of the environment was interrupted.");
    } catch (RuntimeException e) {
      shutdown.run();
      throw e;
    }
  }

  /** What runs and where the test reaches it. */
  public EnvironmentDescription description() {
    return description;
  }

  /**
   * The mails that came, oldest first.
   *
   * @param recipient whose; empty for everyone's
   */
  public List<Mail> mails(String recipient) {
    return parts.stream()
        .filter(StandInPart.class::isInstance)
        .flatMap(part -> ((StandInPart) part).mails(recipient).stream())
        .toList();
  }

  /**
   * Adds a stub mapping that answers one scenario only.
   *
   * @throws IllegalArgumentException with a four-part message when there is no such virtual service
   *     or the mapping is not WireMock's
   */
  public void stub(StubMapping mapping) {
    stubPart(mapping.service()).stub(mapping);
  }

  /**
   * Adds a fault to an edge.
   *
   * @throws IllegalArgumentException with a four-part message when there is no such edge
   */
  public void fault(Fault fault) {
    boolean known =
        edges.all().stream()
            .anyMatch(
                edge ->
                    edge.consumer().equals(fault.consumer())
                        && edge.provider().equals(fault.provider()));
    if (!known) {
      throw new IllegalArgumentException(
          "There is no edge from '%s' to '%s' to break.%n"
                  .formatted(fault.consumer(), fault.provider())
              + "The edges are: %s.%n".formatted(edges.all())
              + "An edge is made for each http://name:port in the environment of a service.%n"
                  .formatted()
              + "Name two services that are connected so.");
    }
    edges.fault(fault);
  }

  /** A scenario's interactions on all edges, oldest first, with secrets masked. */
  public List<Interaction> interactions(String traceId) {
    return edges.interactions(traceId);
  }

  /**
   * What the services logged for a trace id, or, where lines carry no trace id, between two
   * instants; with secrets masked.
   */
  public List<ServiceLog> logs(String traceId, Instant from, Instant to) {
    List<ServiceLog> found = new ArrayList<>();
    logs.forEach(
        (service, log) -> {
          List<String> lines = log.select(traceId, from, to);
          if (!lines.isEmpty()) {
            found.add(new ServiceLog(service, lines));
          }
        });
    return found;
  }

  /** Ends a scenario's stubs and faults; its interactions stay for the report. */
  public void endScenario(String traceId) {
    edges.endScenario(traceId);
    parts.stream()
        .filter(StubPart.class::isInstance)
        .forEach(part -> ((StubPart) part).endScenario(traceId));
  }

  /** The services that ended unasked since the start. */
  public List<ServiceDeath> deaths() {
    return deaths.all();
  }

  /** Takes everything down; bounded, and without effect the second time. */
  @Override
  public void close() {
    shutdown.run();
  }

  private StubPart stubPart(String name) {
    @Nullable StubPart found = null;
    List<String> known = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof StubPart stub) {
        known.add(part.service().name());
        found = part.service().name().equals(name) ? stub : found;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no virtual service '%s' to stub.%n".formatted(name)
              + "The virtual services are: %s.%n".formatted(known)
              + "They are the services with x-trestle.stub in the Compose file.%n".formatted()
              + "Name one of them, or give this one an x-trestle.stub.");
    }
    return found;
  }
}
