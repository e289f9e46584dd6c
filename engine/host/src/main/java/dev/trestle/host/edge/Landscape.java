package dev.trestle.host.edge;

import dev.trestle.protocol.ServiceDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of an environment besides what happens on its edges.
 *
 * @param services all services
 * @param told edges that the Compose file tells of; those without a proxy are not observed
 * @param templates the templates of paths
 * @param checked the services whose every call is held against their document
 */
public record Landscape(
    List<Service> services, List<Edge> told, PathTemplates templates, Set<String> checked) {

  /** Copies the lists. */
  public Landscape {
    services = List.copyOf(services);
    told = List.copyOf(told);
    checked = Set.copyOf(checked);
  }

  /**
   * A service.
   *
   * @param name its name
   * @param kind what it is to the test
   * @param operations what its OpenAPI document has, empty without a document
   */
  public record Service(String name, ServiceDescription.Kind kind, List<String> operations) {

    private InteractionReport.Service reported(Set<String> called) {
      List<String> never = new ArrayList<>(operations);
      never.removeAll(called);
      return new InteractionReport.Service(
          name, kind.name().toLowerCase(Locale.ROOT), operations.size(), never);
    }
  }

  /** The services with those of their operations that nobody called. */
  List<InteractionReport.Service> reported(List<InteractionReport.Edge> edges) {
    return services.stream().map(service -> service.reported(called(service, edges))).toList();
  }

  private static Set<String> called(Service service, List<InteractionReport.Edge> edges) {
    Set<String> called = new HashSet<>();
    for (InteractionReport.Edge edge : edges) {
      if (edge.provider().equals(service.name())) {
        edge.operations().forEach(operation -> called.add(operation.operation()));
      }
    }
    return called;
  }
}
