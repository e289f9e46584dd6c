package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.container.EngineAddress;
import dev.trestle.host.contract.ContractMode;
import dev.trestle.host.contract.ContractPlan;
import dev.trestle.host.contract.MessageContract;
import dev.trestle.host.edge.EdgeProxies;
import dev.trestle.host.edge.Edges;
import dev.trestle.host.edge.InteractionReport;
import dev.trestle.host.edge.Landscape;
import dev.trestle.host.edge.PathTemplates;
import dev.trestle.host.edge.Trials;
import dev.trestle.host.edge.UnusedFaults;
import dev.trestle.host.session.Session;
import dev.trestle.host.standin.StandIns;
import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.EdgeView;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.FaultState;
import dev.trestle.protocol.HostStatus;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Mail;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.ScenarioEnd;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.protocol.ServiceLog;
import dev.trestle.protocol.StubMapping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A running system: processes or containers, stand-ins, virtual services, edges. */
public final class Environment implements AutoCloseable {

  private final Session session;
  private final EnvironmentListener listener;
  private final Processes processes;
  private final EdgeProxies proxies = new EdgeProxies();
  private final Edges edges;
  private final StandIns standIns = StandIns.load();
  private final Map<String, LogFile> logs = new ConcurrentHashMap<>();
  private final List<Part> started = new CopyOnWriteArrayList<>();
  private final DeathWatch deaths;
  private final Outages outages;
  private final HostedParts hosted;
  private final Standing standing;
  private final Shutdown shutdown;
  private final @Nullable EngineAddress engine;
  private final @Nullable Containers containers;
  private final ScenarioEnds ends;
  private volatile Running running;

  private Environment(EnvironmentRequest request, EnvironmentListener listener) {
    this.session = request.session();
    this.listener = new SerialListener(listener);
    this.edges = new Edges(proxies, request.edges());
    this.ends = new ScenarioEnds(edges);
    this.processes = new Processes(session);
    this.deaths =
        new DeathWatch(logs, log -> Plan.shown(request.project(), log.path()), this.listener::died);
    this.engine = request.engine();
    this.containers = Containers.open(request, standIns);
    this.shutdown = new Shutdown(started, processes, edges, proxies, deaths, this::closeContainers);
    this.outages = new Outages(() -> running, edges, deaths, logShown(request));
    this.hosted = new HostedParts(() -> running);
    this.standing = new Standing(deaths, logShown(request));
    this.running = Running.nothing(new AddressBook(request.project(), edges, containers));
  }

  private static UnaryOperator<String> logShown(EnvironmentRequest request) {
    return name -> Plan.shown(request.project(), request.logs().resolve(name + ".log"));
  }

  private void closeContainers() {
    if (containers != null) {
      containers.close();
    }
  }

  /**
   * Starts a system; returns when every service is proved ready.
   *
   * @param request what to start
   * @param listener hears how it goes
   * @throws EnvironmentException when a service does not start; everything is down again then
   */
  public static Environment start(EnvironmentRequest request, EnvironmentListener listener) {
    GivenSecrets.learn(request.project());
    Environment environment = new Environment(request, listener);
    try {
      environment.update(request, changes -> {});
      return environment;
    } catch (RuntimeException e) {
      environment.close();
      throw e;
    }
  }

  /** The services of a system that the container runtime runs in containers. */
  public static List<ComposeService> contained(ComposeProject project) {
    StandIns standIns = StandIns.load();
    return project.services().values().stream()
        .filter(service -> Containers.wants(service, standIns))
        .toList();
  }

  /** How what runs differs from a system that is wanted. */
  public Changes changes(EnvironmentRequest request) {
    return update(request).changes();
  }

  /**
   * Makes what runs the system that is wanted: replaces services that changed and those that depend
   * on them; returns when they are proved ready.
   *
   * @param request what should run
   * @param before hears what will be done
   * @throws EnvironmentException when a service does not start; those that were not to be replaced
   *     go on then
   */
  public void update(EnvironmentRequest request, Consumer<Changes> before) {
    Update update = update(request);
    if (containers != null) {
      containers.renew(request.project());
    }
    before.accept(update.changes());
    standing.wants(request.project());
    try {
      running = update.withoutReplaced(running);
      update.stopReplaced(started, deaths);
      running = update.startReplaced(running, started, listener, deaths);
    } catch (StartFailure e) {
      standing.failed(e.getMessage());
      throw new EnvironmentException(e.getMessage(), e.isOfMachine());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      String logFolder = Plan.shown(request.project(), request.logs());
      throw new EnvironmentException(Messages.startInterrupted(logFolder), true);
    }
  }

  private Update update(EnvironmentRequest request) {
    AddressBook addresses = running.addresses().renewed(request.project());
    Machine machine = Machine.current(session.folder());
    Plan plan =
        new Plan(request, standIns, addresses, processes, machine, logs, containers, listener);
    return new Update(request.project(), addresses, plan, running);
  }

  /** The engine whose containers the services run in, null for local processes. */
  public @Nullable EngineAddress engine() {
    return engine;
  }

  /** What runs and where the test reaches it. */
  public EnvironmentDescription description() {
    return running.description();
  }

  /** How each service fares now. */
  public List<HostStatus.Service> status() {
    return description().services().stream().map(this::status).toList();
  }

  private HostStatus.Service status(ServiceDescription service) {
    Part part = running.parts().get(service.name());
    String trouble = part == null ? "not up" : part.trouble();
    LogFile log = logs.get(service.name());
    return new HostStatus.Service(
        service.name(),
        service.kind(),
        trouble == null,
        trouble == null ? "ready" : trouble,
        service.endpoints(),
        log == null ? "" : log.path().toString());
  }

  /**
   * The mails that came, oldest first.
   *
   * @param recipient whose; empty for everyone's
   */
  public List<Mail> mails(String recipient) {
    return hosted.mails(recipient);
  }

  /**
   * Adds a stub mapping that answers one scenario only.
   *
   * @throws IllegalArgumentException with a four-part message when there is no such virtual service
   *     or the mapping is not WireMock's
   */
  public void stub(StubMapping mapping) {
    requireOfRun(mapping.traceId(), "stub");
    edges.contracts().answersItself(mapping.service(), mapping.traceId());
    hosted.stub(mapping);
  }

  /**
   * Adds a fault to an edge.
   *
   * @throws IllegalArgumentException with a four-part message when there is no such edge
   */
  public void fault(Fault fault) {
    requireEdges(EdgesOff.between(fault.consumer(), fault.provider()));
    requireOfRun(fault.traceId(), "fault");
    boolean known = edges.all().stream().anyMatch(edge -> edge.takesFaults(fault));
    if (!known) {
      throw new IllegalArgumentException(Messages.noEdge(fault, edges.all()));
    }
    edges.fault(fault);
  }

  /** A call of a runner that was killed may arrive when the next run has begun. */
  private void requireOfRun(String traceId, String what) {
    if (!edges.isOfRun(traceId)) {
      throw new IllegalArgumentException(Messages.noScenarioOfRun(what));
    }
  }

  private void requireEdges(String what) {
    if (!edges.areOn()) {
      throw new IllegalArgumentException(EdgesOff.message(what));
    }
  }

  /** Whether edge proxies stand on the connections between services. */
  public boolean hasEdges() {
    return edges.areOn();
  }

  /** Faults for scenarios that are still to begin. */
  public Trials trials() {
    return edges.trials();
  }

  /**
   * Has a real outage happen, which touches whatever runs; returns when it has.
   *
   * @throws IllegalArgumentException with a four-part message when it cannot
   */
  public void outage(Outage outage) {
    outages.happen(outage);
  }

  /** Whether a scenario of this run had an outage. */
  public boolean hadOutage(String traceId) {
    return outages.happenedIn(traceId);
  }

  /**
   * Undoes all outages; returns when every service is ready again.
   *
   * @throws IllegalArgumentException with a four-part message when one does not come back
   */
  public void recover() {
    outages.recover();
  }

  /**
   * A scenario's interactions on all edges, oldest first, with secrets masked.
   *
   * @throws IllegalArgumentException with a four-part message when there are no edges
   */
  public List<Interaction> interactions(String traceId) {
    requireEdges("the calls of the scenario");
    return edges.interactions(traceId);
  }

  /**
   * How much is seen of the calls of one service to another.
   *
   * @param calls which of them, null for all
   * @param traceId the scenario that asks
   * @param since calls without a trace id and traffic that is not read count from this time of
   *     {@link System#nanoTime} on
   * @throws IllegalArgumentException with a four-part message when there are no edges
   */
  public EdgeView edge(
      String consumer, String provider, @Nullable CallPattern calls, String traceId, long since) {
    requireEdges("the calls of the scenario");
    return edges.view(consumer, provider, calls, traceId, since);
  }

  /**
   * What the services logged for a trace id, or, where lines carry no trace id, between two
   * instants; with secrets masked.
   */
  public List<ServiceLog> logs(String traceId, Instant from, Instant to) {
    return LogFile.select(running.parts().keySet(), logs, traceId, from, to);
  }

  /** Ends the faults of a scenario on one edge. */
  public void lift(Fault.Lifted lifted) {
    edges.lift(lifted);
  }

  /** The faults that could have to do with a failure of a scenario that still runs. */
  public FaultState faults(String traceId) {
    return edges.faults(traceId);
  }

  /** Ends a scenario's stubs and faults; its interactions stay for the report. */
  public ScenarioEnd endScenario(
      String traceId, String name, String location, boolean faultsMayBeUnused) {
    ScenarioEnd end = ends.end(traceId, name, location, faultsMayBeUnused);
    hosted.endScenario(traceId);
    return end;
  }

  /**
   * Begins a run with a clean sheet, whatever earlier ones left, also those that were killed. What
   * their scenarios still do is nobody's from now on.
   *
   * @throws IllegalArgumentException when a service does not come back after an outage
   */
  public void beginRun(String mark, ContractMode mode, UnusedFaults.Mode unused, Path directory) {
    edges.beginRun(mark);
    ends.beginRun(unused);
    outages.beginRun();
    hosted.beginRun(edges::isOfRun);
    List<MessageContract> messages = new Publishers(running.parts(), edges.all()).contracts();
    edges.contracts().begin(new ContractPlan(mode, openApi(), messages, directory));
  }

  /** The run that began last has no scenario any more. */
  public void endRun() {
    edges.endRun();
  }

  /** What a person should know of the run that began last: unused faults and lost traces. */
  public List<String> warnings() {
    return ends.warnings();
  }

  /** Which edges were exercised since the run began, and how. */
  public InteractionReport interactionReport() {
    return edges.report(survey());
  }

  private Landscape survey() {
    return Survey.of(running.parts().values(), edges.contracts());
  }

  /** The path templates of all services that have an OpenAPI document. */
  public PathTemplates pathTemplates() {
    return survey().templates();
  }

  /** The OpenAPI documents of the services that have one. */
  public Map<String, Path> openApi() {
    return Survey.openApi(running.parts().values());
  }

  /**
   * What each service was started from, wherever it listens: another text when its image, one of
   * its variables or a file changes.
   */
  public Map<String, String> origins() {
    return Origins.of(running);
  }

  /**
   * Undoes all outages, and returns when every service of the last start is up and ready.
   *
   * @throws EnvironmentException with a four-part message about one that is not
   */
  public void requireUp() {
    try {
      outages.recover();
      standing.require(running);
    } catch (StartFailure | IllegalArgumentException e) {
      throw new EnvironmentException(e.getMessage(), false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("The run was interrupted before it began.", true);
    }
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
}
