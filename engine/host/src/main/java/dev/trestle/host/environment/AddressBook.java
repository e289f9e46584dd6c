package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.edge.Edge;
import dev.trestle.host.edge.Edges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

    int of(int port) {
      return local.getOrDefault(port, main());
    }
  }

  private final Edges edges;
  private final Map<String, Ports> ports = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> calledByHttp = new HashSet<>();
  private final Set<String> calledOtherwise = new HashSet<>();

  AddressBook(ComposeProject project, Edges edges) {
    this.edges = edges;
    for (ComposeService service : project.services().values()) {
      service.aliases().forEach(alias -> names.putIfAbsent(alias, service.name()));
    }
    project.services().keySet().forEach(name -> names.put(name, name));
  }

  /** A book of a changed project in which what was known of its services still holds. */
  AddressBook renewed(ComposeProject project) {
    AddressBook book = new AddressBook(project, edges);
    book.ports.putAll(ports);
    book.calledByHttp.addAll(calledByHttp);
    book.calledOtherwise.addAll(calledOtherwise);
    return book;
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
        names.keySet(), (host, port, http) -> ports(names.getOrDefault(host, host)).of(port));
  }

  /** The rewiring of one consumer; plain HTTP to another service passes its edge. */
  Rewiring rewiring(String consumer) {
    return new Rewiring(names.keySet(), (host, port, http) -> find(consumer, host, port, http));
  }

  /** Whether a service speaks plain HTTP, as far as those who call it show. */
  boolean isCalledByHttpOnly(String service) {
    return calledByHttp.contains(service) || !calledOtherwise.contains(service);
  }

  int edge(String consumer, String provider, int local) {
    try {
      return edges.open(new Edge(consumer, provider, local));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int find(String consumer, String host, int port, boolean http) {
    String provider = names.getOrDefault(host, host);
    int local = ports(provider).of(port);
    if (provider.equals(consumer)) {
      return local;
    }
    (http ? calledByHttp : calledOtherwise).add(provider);
    return http ? edge(consumer, provider, local) : local;
  }
}
