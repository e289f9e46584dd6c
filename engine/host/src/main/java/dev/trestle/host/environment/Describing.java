package dev.trestle.host.environment;

import dev.trestle.host.compose.Readiness;
import dev.trestle.host.edge.Edge;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.protocol.ServiceDescription.Kind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Describes what runs to the test, whose calls by plain HTTP pass an edge too. */
final class Describing {

  private final AddressBook addresses;
  private final String runtime;

  Describing(AddressBook addresses, String runtime) {
    this.addresses = addresses;
    this.runtime = runtime;
  }

  EnvironmentDescription describe(Collection<Part> parts) {
    return new EnvironmentDescription(runtime, parts.stream().map(this::describe).toList());
  }

  private ServiceDescription describe(Part part) {
    String name = part.service().name();
    AddressBook.Ports ports = addresses.ports(name);
    Map<String, String> endpoints = new LinkedHashMap<>();
    ports
        .local()
        .forEach(
            (container, local) -> {
              boolean edge = local == ports.main() && isHttp(part);
              int reached = edge ? addresses.edge(Edge.TEST, name, local) : local;
              endpoints.put(container.toString(), Rewiring.LOOPBACK + ":" + reached);
            });
    Map<String, String> properties = new LinkedHashMap<>(properties(part));
    properties.put(ServiceDescription.PORT, String.valueOf(ports.mainInside()));
    return new ServiceDescription(name, part.kind(), endpoints, properties);
  }

  /** What a part says of itself, and what the Compose file says of it. */
  static Map<String, String> properties(Part part) {
    Path openapi = part.service().xTrestle().openapi();
    if (openapi == null) {
      return part.properties();
    }
    Map<String, String> all = new LinkedHashMap<>(part.properties());
    all.put(ServiceDescription.OPENAPI, openapi.toString());
    return all;
  }

  private boolean isHttp(Part part) {
    if (part.kind() == Kind.STUB) {
      return true;
    }
    return part.kind() == Kind.SERVICE
        && (part.service().xTrestle().ready() instanceof Readiness.Http
            || addresses.isCalledByHttpOnly(part.service().name()));
  }
}
