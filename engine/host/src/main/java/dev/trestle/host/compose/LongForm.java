package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the short forms of a service to the long ones, so that forms can be merged. */
final class LongForm {
  private LongForm() {}

  /** All services of a file in their long form. */
  static Node.Mapping of(Node.Mapping root) {
    if (!(root.entries().get("services") instanceof Node.Mapping services)) {
      return root;
    }
    Map<String, Node> converted = new LinkedHashMap<>();
    services
        .entries()
        .forEach(
            (name, service) ->
                converted.put(
                    name, service instanceof Node.Mapping mapping ? service(mapping) : service));
    return root.with("services", services.with(converted));
  }

  private static Node.Mapping service(Node.Mapping service) {
    Map<String, Node> entries = new LinkedHashMap<>(service.entries());
    entries.computeIfPresent("build", (key, build) -> build(build));
    entries.computeIfPresent("environment", (key, list) -> assignments(list));
    entries.computeIfPresent("env_file", (key, file) -> list(file));
    entries.computeIfPresent("depends_on", (key, list) -> names(list));
    entries.computeIfPresent("networks", (key, list) -> names(list));
    return service.with(entries);
  }

  private static Node build(Node build) {
    if (build instanceof Node.Scalar context && !context.isNull()) {
      return mapping(build, Map.of("context", context.at(context.origin())));
    }
    if (build instanceof Node.Mapping mapping && mapping.entries().containsKey("args")) {
      return mapping.with("args", assignments(mapping.entries().getOrDefault("args", mapping)));
    }
    return build;
  }

  private static Node list(Node node) {
    boolean single = node instanceof Node.Mapping || node instanceof Node.Scalar s && !s.isNull();
    return single ? new Node.Sequence(List.of(node), node.origin(), node.directive()) : node;
  }

  /** {@code [A=1, B]} as {@code {A: 1, B: null}}. */
  private static Node assignments(Node node) {
    return scalars(node)
        .map(
            items -> {
              Map<String, Node> entries = new LinkedHashMap<>();
              items.forEach(item -> assign(item, entries));
              return (Node) mapping(node, entries);
            })
        .orElse(node);
  }

  private static void assign(Node.Scalar item, Map<String, Node> entries) {
    int equals = item.text().indexOf('=');
    if (equals < 0) {
      entries.put(item.text(), new Node.Scalar("", true, item.origin(), item.directive()));
    } else {
      entries.put(item.text().substring(0, equals), item.with(item.text().substring(equals + 1)));
    }
  }

  /** {@code [a, b]} as {@code {a: null, b: null}}. */
  private static Node names(Node node) {
    return scalars(node)
        .map(
            items -> {
              Map<String, Node> entries = new LinkedHashMap<>();
              items.forEach(
                  item ->
                      entries.put(
                          item.text(), new Node.Scalar("", true, item.origin(), item.directive())));
              return (Node) mapping(node, entries);
            })
        .orElse(node);
  }

  /** The items of a list of texts; nothing for what is no such list, which is reported later. */
  private static Optional<List<Node.Scalar>> scalars(Node node) {
    if (!(node instanceof Node.Sequence sequence)) {
      return Optional.empty();
    }
    List<Node.Scalar> scalars = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (!(item instanceof Node.Scalar scalar) || scalar.isNull()) {
        return Optional.empty();
      }
      scalars.add(scalar);
    }
    return Optional.of(scalars);
  }

  private static Node.Mapping mapping(Node replaced, Map<String, Node> entries) {
    return new Node.Mapping(entries, replaced.origin(), replaced.directive());
  }
}
