package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the services that others extend under them. */
final class Extends {
  /** Reads another file as it is, with its own directory as the base of its relative paths. */
  interface FileReader {
    Node.Mapping read(Path file, Field reference);
  }

  private record Link(Path file, String service) {}

  private final FileReader files;

  Extends(FileReader files) {
    this.files = files;
  }

  /** The file, with all its services extended. */
  Node.Mapping resolve(Node.Mapping root) {
    if (!(root.entries().get("services") instanceof Node.Mapping services)) {
      return root;
    }
    Map<String, Node> resolved = new LinkedHashMap<>();
    services
        .entries()
        .forEach(
            (name, node) ->
                resolved.put(name, service(name, node, services, new LinkedHashSet<>())));
    return root.with("services", services.with(resolved));
  }

  private Node service(String name, Node node, Node.Mapping services, Set<Link> chain) {
    if (!(node instanceof Node.Mapping service)) {
      return node;
    }
    Field field = new Field("services." + name, service).get("extends");
    if (field == null) {
      return service;
    }
    if (!chain.add(new Link(service.origin().source().file(), name))) {
      throw cycle(field, name, chain);
    }
    String target = target(field);
    Field file = field.isMapping() ? field.get("file") : null;
    Node.Mapping others =
        file == null ? services : files.read(file.path(), file).mapping("services");
    Node extended = others.entries().get(target);
    if (extended == null) {
      throw missing(field, name, target, others);
    }
    Map<String, Node> own = new LinkedHashMap<>(service.entries());
    own.remove("extends");
    return service(target, extended, others, chain) instanceof Node.Mapping base
        ? Merge.services(base, service.with(own))
        : service.with(own);
  }

  private static String target(Field field) {
    if (!field.isMapping()) {
      return field.text();
    }
    Field service = field.get("service");
    if (service == null) {
      throw field.error(
          "'" + field.key() + "' does not say which service",
          "It has the keys: " + String.join(", ", field.entries().keySet()) + ".",
          "Add the key 'service'.");
    }
    return service.text();
  }

  private static ComposeException missing(
      Field field, String name, String target, Node.Mapping others) {
    return field.error(
        "service '" + name + "' extends '" + target + "', which is not defined there",
        Suggestion.among("Services in that file", target, others.entries().keySet()),
        "Correct the name, or add the service.");
  }

  private static ComposeException cycle(Field field, String name, Set<Link> chain) {
    List<String> names = new ArrayList<>(chain.stream().map(Link::service).toList());
    names.add(name);
    return field.error(
        "a service extends itself",
        "Chain: " + String.join(" -> ", names.subList(names.indexOf(name), names.size())),
        "Remove one of these extends.");
  }
}
