package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All edges of an environment: their proxies, faults and interactions. */
public final class Edges implements EdgeWatch, AutoCloseable {

  private static final long MAX_CHARACTERS = 32_000_000;

  private final EdgeProxies proxies;
  private final Map<Edge, EdgeProxy> open = new LinkedHashMap<>();
  private final Faults faults = new Faults();
  private final InteractionLog interactions = new InteractionLog(MAX_CHARACTERS);

  /**
   * No edges yet.
   *
   * @param proxies makes their proxies
   */
  public Edges(EdgeProxies proxies) {
    this.proxies = proxies;
  }

  /**
   * The proxy on an edge, put there if there is none.
   *
   * @param edge the edge
   * @return the loopback port that the consumer is pointed to
   * @throws IOException when no port can be opened
   */
  public synchronized int open(Edge edge) throws IOException {
    EdgeProxy proxy = open.get(edge);
    if (proxy == null) {
      proxy = proxies.open(edge, this);
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
    List<EdgeProxy> between;
    synchronized (this) {
      between =
          open.entrySet().stream()
              .filter(edge -> edge.getKey().isBetween(consumer, provider))
              .map(Map.Entry::getValue)
              .toList();
    }
    between.forEach(proxy -> proxy.change(condition));
    return !between.isEmpty();
  }

  /** Adds a fault. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** Ends a scenario's faults. */
  public void endScenario(String traceId) {
    faults.end(traceId);
  }

  /**
   * A scenario's interactions, oldest first, with secrets masked; one that has no answer yet has
   * status 0.
   */
  public List<Interaction> interactions(String traceId) {
    return interactions.of(traceId).stream().map(Masking::mask).toList();
  }

  @Override
  public Optional<Fault.Effect> effect(Edge edge, String traceId, String method, String path) {
    return traceId.isEmpty() ? Optional.empty() : faults.take(edge, traceId, method, path);
  }

  @Override
  public void begun(String traceId, Interaction interaction) {
    if (!traceId.isEmpty()) {
      interactions.add(traceId, interaction);
    }
  }

  @Override
  public void ended(String traceId, Interaction begun, Interaction ended) {
    if (!traceId.isEmpty()) {
      interactions.replace(traceId, begun, ended);
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(EdgeProxy::close);
    open.clear();
  }
}
