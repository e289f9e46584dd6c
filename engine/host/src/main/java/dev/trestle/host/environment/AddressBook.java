package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.ToldEdge;
import dev.trestle.host.edge.Edge;
import dev.trestle.host.edge.Edges;
import dev.trestle.host.standin.StandInRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where each service listens on this machine, and through which edge a consumer gets there. */
final class AddressBook {

  /** The ports of one service, container to loopback, the main one first. */
  record Ports(Map<Integer, Integer> local) {

    Ports {
      local = Collections.unmodifiableMap(new LinkedHashMap<>(local));
    }

    int main() {
      return local.values().iterator().next();
    }

    /** The main one as the Compose file has it. */
    int mainInside() {
      return local.keySet().iterator().next();
    }

    int of(int port) {
      return local.getOrDefault(port, main());
    }
  }

  private static final int HTTP = 80;

  private final Edges edges;
  private final @Nullable Containers containers;
  private final Map<String, ComposeService> services;
  private final Map<String, Ports> ports = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, ToldAddresses> toldAddresses = new LinkedHashMap<>();
  private final Map<String, List<ToldEdge>> toldEdges = new LinkedHashMap<>();
  private final Set<String> calledByHttp = new HashSet<>();
  private final Set<String> calledOtherwise = new HashSet<>();

  /** A book of services that all are on this machine's loopback. */
  AddressBook(ComposeProject project, Edges edges) {
    this(project, edges, null);
  }

  /** A book of services of which some are in containers. */
  AddressBook(ComposeProject project, Edges edges, @Nullable Containers containers) {
    this.edges = edges;
    this.containers = containers;
    this.services = project.services();
    for (ComposeService service : project.services().values()) {
      toldEdges.put(service.name(), service.xTrestle().edges());
      service.aliases().forEach(alias -> names.putIfAbsent(alias, service.name()));
    }
    project.services().keySet().forEach(name -> names.put(name, name));
  }

  /** A book of a changed project in which what was known of its services still holds. */
  AddressBook renewed(ComposeProject project) {
    AddressBook book = new AddressBook(project, edges, containers);
    book.ports.putAll(ports);
    book.toldAddresses.putAll(toldAddresses);
    book.calledByHttp.addAll(calledByHttp);
    book.calledOtherwise.addAll(calledOtherwise);
    return book;
  }

  /**
   * A service tells its clients where it is, so that each consumer needs a port of its own there.
   */
  void tellsItsAddress(String service, IntSupplier freePorts) {
    toldAddresses.computeIfAbsent(service, name -> new ToldAddresses(freePorts));
  }

  /** The ports for the consumers of a service that is to be started, known when it starts. */
  Supplier<List<StandInRequest.Listener>> listeners(String service) {
    ToldAddresses told = toldAddresses.get(service);
    return told == null ? List::of : told.again()::listeners;
  }

  void put(String service, Map<Integer, Integer> local) {
    ports.put(service, new Ports(local));
  }

  Ports ports(String service) {
    Ports known = ports.get(service);
    if (known == null) {
      throw new IllegalStateException("Service '" + service + "' has no ports yet.");
    }
    return known;
  }

  /** The ports of a service, if it has some already. */
  Map<Integer, Integer> known(String service) {
    Ports known = ports.get(service);
    return known == null ? Map.of() : known.local();
  }

  /** A rewiring that opens no edge, to see what a consumer is pointed to. */
  Rewiring direct() {
    return new Rewiring(
        names.keySet(),
        (host, port, http) -> Rewiring.Place.local(ports(names.getOrDefault(host, host)).of(port)));
  }

  /** The rewiring of one consumer; plain HTTP to another service passes its edge. */
  Rewiring rewiring(String consumer) {
    return new Rewiring(
        names.keySet(),
        (host, port, http) -> find(consumer, host, port, isHttp(consumer, host, port, http)),
        toldEdges.getOrDefault(consumer, List.of()));
  }

  /** Whether a service speaks plain HTTP, as far as those who call it show. */
  boolean isCalledByHttpOnly(String service) {
    return calledByHttp.contains(service) || !calledOtherwise.contains(service);
  }

  int edge(String consumer, String provider, int local) {
    return edge(consumer, provider, local, Edge.Kind.HTTP);
  }

  private int edge(String consumer, String provider, int local, Edge.Kind kind) {
    try {
      return edges.open(new Edge(consumer, provider, local, kind));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the Compose file tells of an edge is better known than what an address shows. */
  private boolean isHttp(String consumer, String host, int port, boolean shown) {
    String provider = names.getOrDefault(host, host);
    return toldEdges.getOrDefault(consumer, List.of()).stream()
        .filter(edge -> names.getOrDefault(edge.provider(), "").equals(provider))
        .filter(edge -> port == 0 || edge.port() == port)
        .map(ToldEdge::http)
        .findFirst()
        .orElse(shown);
  }

  private Rewiring.@Nullable Place find(String consumer, String host, int port, boolean http) {
    String provider = names.getOrDefault(host, host);
    Ports known = ports(provider);
    if (provider.equals(consumer)) {
      return isContained(consumer) ? null : Rewiring.Place.local(known.of(port));
    }
    (http ? calledByHttp : calledOtherwise).add(provider);
    boolean peers = isContained(consumer) && isContained(provider);
    if (peers && !(edges.areOn() && known.local().containsKey(asked(port)))) {
      return null; // containers of one network find each other
    }
    int local = known.of(port);
    ToldAddresses told = http ? null : toldAddresses.get(provider);
    if (told == null) {
      Edge.Kind kind = http ? Edge.Kind.HTTP : Edge.Kind.TCP;
      return place(consumer, edge(consumer, provider, local, kind));
    }
    Rewiring.Place own =
        told.place(
            consumer, inner -> place(consumer, edge(consumer, provider, inner, Edge.Kind.TCP)));
    return own != null || peers ? own : place(consumer, local);
  }

  /** Of a container, only the ports that it tells can be reached from outside. */
  private static int asked(int port) {
    return port == 0 ? HTTP : port;
  }

  private boolean isContained(String service) {
    ComposeService known = services.get(service);
    return containers != null && known != null && containers.has(known);
  }

  private Rewiring.Place place(String consumer, int local) {
    ComposeService known = services.get(consumer);
    return containers != null && known != null && containers.has(known)
        ? containers.machine(known, local)
        : Rewiring.Place.local(local);
  }
}
