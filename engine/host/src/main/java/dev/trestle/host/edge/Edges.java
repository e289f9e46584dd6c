package dev.trestle.host.edge;

import dev.trestle.host.contract.Contracts;
import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.EdgeView;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.FaultState;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.ScenarioTrace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All edges of an environment: their proxies, faults and interactions. */
public final class Edges implements AutoCloseable {

  private static final long MAX_BYTES = 48_000_000;

  private final EdgeProxies proxies;
  private final boolean on;
  private final Map<Edge, EdgeProxy> open = new LinkedHashMap<>();
  private final Faults faults = new Faults();
  private final Trials trials = new Trials(faults);
  private final Scenarios scenarios = new Scenarios();
  private final LostTraces lost = new LostTraces();
  private final Coverage coverage = new Coverage();
  private final OutageLog outages = new OutageLog(coverage);
  private final Contracts contracts = new Contracts(Traceparent::scenario, this::isOfRun);
  private final InteractionLog interactions = new InteractionLog(MAX_BYTES);
  private final UnreadTraffic unread = new UnreadTraffic();
  private volatile String mark = "";
  private volatile long runBegan = System.nanoTime();
  private final EdgeWatch watch =
      new EdgeWatch() {
        @Override
        public Optional<Fault.Effect> begun(Exchange exchange) {
          return Edges.this.begun(exchange);
        }

        @Override
        public void ended(Exchange exchange) {
          Edges.this.ended(exchange);
        }

        @Override
        public void tried(Edge edge) {
          outages.tried(edge);
        }

        @Override
        public void passed(Edge edge) {
          unread.passed(edge, "it is not an edge of HTTP");
          Edges.this.passed(edge);
        }

        @Override
        public void unread(Edge edge, String why) {
          unread.passed(edge, why);
          unread.tell(edge, why);
          Edges.this.passed(edge);
        }
      };

  /**
   * No edges yet.
   *
   * @param proxies makes their proxies
   */
  public Edges(EdgeProxies proxies) {
    this(proxies, true);
  }

  /**
   * No edges yet, and never any where they are off.
   *
   * @param proxies makes their proxies
   * @param on whether an edge gets a proxy; else its consumer is pointed to the provider itself
   */
  public Edges(EdgeProxies proxies, boolean on) {
    this.proxies = proxies;
    this.on = on;
  }

  /** Whether edges get proxies. */
  public boolean areOn() {
    return on;
  }

  /**
   * The proxy on an edge, put there if there is none and edges are on.
   *
   * @param edge the edge
   * @return the loopback port that the consumer is pointed to
   * @throws IOException when no port can be opened
   */
  public synchronized int open(Edge edge) throws IOException {
    if (!on) {
      return edge.port();
    }
    EdgeProxy proxy = open.get(edge);
    if (proxy == null) {
      proxy = proxies.open(edge, watch);
      open.put(edge, proxy);
    }
    return proxy.port();
  }

  /** The edges that have a proxy, in the order in which they got it. */
  public synchronized List<Edge> all() {
    return List.copyOf(open.keySet());
  }

  /**
   * Changes how all connections of an edge are, for every scenario.
   *
   * @return whether there is such an edge
   */
  public boolean change(String consumer, String provider, Condition condition) {
    List<Map.Entry<Edge, EdgeProxy>> between;
    synchronized (this) {
      between =
          open.entrySet().stream()
              .filter(edge -> edge.getKey().isBetween(consumer, provider))
              .toList();
    }
    between.forEach(edge -> edge.getValue().change(condition));
    return !between.isEmpty();
  }

  /**
   * An outage is about to happen: what comes on the edges that it touches meets it from now on, and
   * is counted for its scenario.
   *
   * @param isSeen whether all that needs the part that is out passes edges
   */
  public void begin(Outage outage, boolean isSeen) {
    Map<Edge, EdgeProxy> proxies; // the edges in their order
    synchronized (this) {
      proxies = new LinkedHashMap<>(open);
    }
    outages.begin(outage, isSeen, proxies, interactions.exchanges(outage.traceId()));
  }

  /** An outage could not happen. */
  public void withdraw(Outage outage) {
    outages.withdraw(outage);
  }

  /** A step has a service back; what comes now does not meet its outages. */
  public void back(String service) {
    outages.back(service);
  }

  /** Outages are over, or about to be; what comes now does not meet them. */
  public void over(Predicate<Outage.Event> events) {
    outages.over(events);
  }

  /** Adds a fault. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** Faults for scenarios that are still to begin. */
  public Trials trials() {
    return trials;
  }

  /** Ends the faults of a scenario on one edge. */
  public void lift(Fault.Lifted lifted) {
    faults.lift(lifted);
  }

  /**
   * Ends a scenario's faults.
   *
   * @param traceId its trace id
   * @param name how reports name it
   * @param location {@code file.feature:line}, empty when that is not known
   * @return what they and its outages were and did
   */
  public EndedFaults endScenario(String traceId, String name, String location) {
    scenarios.ends(traceId);
    List<FaultRule> ended = faults.end(traceId);
    List<Exchange> calls = interactions.exchanges(traceId);
    interactions.endScenario(traceId);
    coverage.name(traceId, name, location);
    contracts.name(traceId, name);
    long begin = begin(ended, calls);
    List<MetOutage> met = outages.end(traceId);
    List<String> unused =
        new ArrayList<>(UnusedFaults.messages(ended, calls, fault -> lost(fault, begin)));
    met.stream().filter(MetOutage::isUnmet).forEach(each -> unused.add(each.message(calls)));
    return new EndedFaults(
        Stream.concat(ended.stream(), met.stream()).map(Object::toString).toList(),
        unused,
        met.stream().filter(MetOutage::mayMatter).map(MetOutage::warning).toList());
  }

  /**
   * The faults and outages of a scenario that has ended.
   *
   * @param lines each of them and how it was used, one line each
   * @param unused a message for each that met no call or changed nothing
   * @param unmet a message for each outage that met no call and may have mattered all the same
   */
  public record EndedFaults(List<String> lines, List<String> unused, List<String> unmet) {}

  /** The faults that could have to do with a failure of a scenario that still runs. */
  public FaultState faults(String traceId) {
    List<FaultRule> own = faults.of(traceId);
    List<Exchange> calls = interactions.exchanges(traceId);
    long begin = begin(own, calls);
    Set<String> used = new HashSet<>();
    calls.forEach(call -> used.addAll(List.of(call.edge().consumer(), call.edge().provider())));
    return new FaultState(
        own.stream().map(rule -> rule + without(lost(rule, begin))).toList(),
        faults.ofOthers(traceId, used, begin).stream().map(FaultRule::told).distinct().toList());
  }

  private static String without(int lost) {
    return lost == 0 ? "" : "; " + lost + " call(s) there came without traceparent";
  }

  private int lost(FaultRule rule, long since) {
    return lost.since(since, rule.fault().consumer(), rule.fault().provider());
  }

  /** When a scenario's first fault was set or its first call came. */
  private static long begin(List<FaultRule> faults, List<Exchange> calls) {
    return LongStream.concat(
            faults.stream().mapToLong(FaultRule::set), calls.stream().mapToLong(Exchange::begin))
        .reduce((one, other) -> one - other < 0 ? one : other)
        .orElseGet(System::nanoTime);
  }

  /** A message for each service that dropped the trace of scenarios since the run began. */
  public List<String> lostTraces() {
    return lost.warnings();
  }

  /**
   * A scenario's interactions, oldest first; one that has no response yet has status 0. Steps
   * compare them, so that they are as they were sent; what shows them masks them. What is secret in
   * them is known from now on.
   */
  public List<Interaction> interactions(String traceId) {
    List<Interaction> all = interactions.of(traceId);
    all.forEach(Masking::mask);
    return all;
  }

  /**
   * How much is seen of the calls of one service to another.
   *
   * @param calls which of them, null for all
   * @param traceId the scenario that asks
   * @param since calls without a trace id and traffic that is not read count from this time of
   *     {@link System#nanoTime} on
   */
  public EdgeView view(
      String consumer, String provider, @Nullable CallPattern calls, String traceId, long since) {
    List<Edge> all = all();
    List<Edge> between = all.stream().filter(edge -> edge.isBetween(consumer, provider)).toList();
    LostTraces.Known known = lost.known(traceId, since, consumer, provider, calls);
    return new EdgeView(
        !between.isEmpty(),
        between.stream().anyMatch(edge -> edge.kind() == Edge.Kind.HTTP),
        unread.since(since, between),
        known.lost(),
        known.hasForgotten(),
        all.stream().map(Edge::toString).distinct().toList());
  }

  private Optional<Fault.Effect> begun(Exchange exchange) {
    String traceId = exchange.traceId();
    if (!traceId.isEmpty() && !isOfRun(traceId)) {
      return Optional.empty();
    }
    if (traceId.isEmpty() && !lost.isBackground(exchange)) {
      scenarios.only().ifPresent(exchange::belongsTo);
    } else if (!traceId.isEmpty() && exchange.edge().consumer().equals(Edge.TEST)) {
      scenarios.calls(traceId);
    }
    lost.begun(exchange, scenarios.areRunning());
    outages.used(exchange.edge());
    if (!exchange.scenario().isEmpty()) {
      interactions.add(exchange);
    }
    Optional<Fault.Effect> effect = faults.take(exchange);
    effect.ifPresent(taken -> trials.begun(traceId, taken));
    return effect;
  }

  private void ended(Exchange exchange) {
    if (!isOfRun(exchange)) {
      return;
    }
    if (!exchange.scenario().isEmpty()) {
      interactions.ended(exchange);
    }
    lost.ended(exchange);
    faults.ended(exchange);
    coverage.add(exchange);
    Edge edge = exchange.edge();
    if (contracts.covers(edge.provider())) {
      contracts.add(
          edge.provider(),
          exchange.size(),
          exchange::call,
          () -> coverage.checked(edge, exchange.scenario()));
    }
    trials.ended(exchange);
  }

  /** Whether a trace id is that of a scenario of the run that began last. */
  public boolean isOfRun(String traceId) {
    return ScenarioTrace.isOf(traceId, mark);
  }

  /** What an earlier run began, or one of its scenarios still does, is nobody's. */
  private boolean isOfRun(Exchange exchange) {
    return !exchange.hadBegunBy(runBegan)
        && (exchange.traceId().isEmpty() || isOfRun(exchange.traceId()));
  }

  /** How what passes is held against documents. */
  public Contracts contracts() {
    return contracts;
  }

  /** What nobody reads is a scenario's only when no other runs. */
  private void passed(Edge edge) {
    outages.used(edge);
    if (scenarios.areRunning()) {
      coverage.passed(edge, scenarios.only().orElse(""));
    }
  }

  /**
   * Forgets what earlier runs exercised, and what their scenarios left: a run that was killed has
   * ended none of them.
   *
   * @param run the run's {@link ScenarioTrace#mark}
   */
  public void beginRun(String run) {
    mark = run;
    runBegan = System.nanoTime();
    faults.keep(this::isOfRun);
    scenarios.clear();
    interactions.clear();
    lost.beginRun();
    outages.clear();
    coverage.clear();
  }

  /** The run that began last has no scenario any more. */
  public void endRun() {
    lost.endRun();
  }

  /**
   * What was exercised since the run began, with paths as templates; waits, within a bound, until
   * it is held against its documents.
   */
  public InteractionReport report(Landscape landscape) {
    ContractResult found = contracts.finish();
    return coverage.report(all(), landscape).with(found);
  }

  @Override
  public synchronized void close() {
    contracts.close();
    open.values().forEach(EdgeProxy::close);
    open.clear();
  }
}
