package dev.trestle.host.environment;

import dev.trestle.host.compose.Readiness;
import dev.trestle.host.compose.ToldEdge;
import dev.trestle.host.contract.Contracts;
import dev.trestle.host.edge.Edge;
import dev.trestle.host.edge.Landscape;
import dev.trestle.host.edge.PathTemplates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at what runs, for the report on its edges. */
final class Survey {

  private Survey() {}

  /**
   * What is known of parts besides what happens between them.
   *
   * @param parts what runs
   * @param contracts reads their documents
   */
  static Landscape of(Collection<Part> parts, Contracts contracts) {
    PathTemplates templates = new PathTemplates();
    List<Landscape.Service> services = new ArrayList<>();
    Set<String> checked = new HashSet<>();
    for (Part part : parts) {
      String name = part.service().name();
      Path document = part.service().xTrestle().openapi();
      List<String> operations = document == null ? List.of() : contracts.operations(document);
      if (document != null) {
        templates.put(name, operations);
      }
      services.add(new Landscape.Service(name, part.kind(), besidesReadiness(part, operations)));
      if (contracts.covers(name)) {
        checked.add(name);
      }
    }
    return new Landscape(services, told(parts), templates, checked);
  }

  /** The OpenAPI documents of the services that have one. */
  static Map<String, Path> openApi(Collection<Part> parts) {
    Map<String, Path> documents = new LinkedHashMap<>();
    for (Part part : parts) {
      Path document = part.service().xTrestle().openapi();
      if (document != null) {
        documents.put(part.service().name(), document);
      }
    }
    return documents;
  }

  /** What is asked whether the service is ready is called by the host, past the edges. */
  private static List<String> besidesReadiness(Part part, List<String> operations) {
    return part.service().xTrestle().ready() instanceof Readiness.Http http
        ? operations.stream().filter(each -> !each.equals("GET " + http.path())).toList()
        : operations;
  }

  private static List<Edge> told(Collection<Part> parts) {
    Map<String, String> names = new HashMap<>();
    for (Part part : parts) {
      part.service().aliases().forEach(alias -> names.putIfAbsent(alias, part.service().name()));
    }
    parts.forEach(part -> names.put(part.service().name(), part.service().name()));
    List<Edge> told = new ArrayList<>();
    for (Part part : parts) {
      for (ToldEdge edge : part.service().xTrestle().edges()) {
        String provider = names.get(edge.provider());
        if (provider != null) { // else its profile is not active
          Edge.Kind kind = edge.http() ? Edge.Kind.HTTP : Edge.Kind.TCP;
          told.add(new Edge(part.service().name(), provider, edge.port(), kind));
        }
      }
    }
    return told;
  }
}
