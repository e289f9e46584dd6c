package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges files, and services that extend others, by the Compose specification's chapter Merge. */
final class Merge {
  private static final String SERVICE = "services.*";
  private static final Set<String> REPLACED =
      Set.of(
          SERVICE + ".command",
          SERVICE + ".entrypoint",
          SERVICE + ".healthcheck.test",
          SERVICE + ".x-trestle.process",
          SERVICE + ".x-trestle.ready");
  private static final Set<String> NULL_IS_A_VALUE =
      Set.of(SERVICE + ".environment", SERVICE + ".build.args");

  private Merge() {}

  /** A whole file over an earlier one. */
  static Node.Mapping files(Node.Mapping earlier, Node.Mapping later) {
    return mappings("", earlier, later);
  }

  /** A service over the one that it extends. */
  static Node.Mapping services(Node.Mapping extended, Node.Mapping service) {
    Node.Mapping merged = mappings(SERVICE, extended, service);
    return new Node.Mapping(merged.entries(), service.origin(), service.directive());
  }

  private static Node.Mapping mappings(String path, Node.Mapping earlier, Node.Mapping later) {
    Map<String, Node> merged = new LinkedHashMap<>(earlier.entries());
    later
        .entries()
        .forEach(
            (key, value) -> {
              String below = path.equals("services") ? SERVICE : Field.join(path, key);
              entry(below, NULL_IS_A_VALUE.contains(path), key, value, merged);
            });
    return earlier.with(merged);
  }

  private static void entry(
      String path, boolean nullIsValue, String key, Node value, Map<String, Node> merged) {
    Node earlier = merged.get(key);
    if (value.directive() == Directive.RESET) {
      merged.remove(key);
    } else if (earlier == null || isReplaced(path, key, value)) {
      merged.put(key, withoutDirectives(path, value));
    } else if (nullIsValue || !(value instanceof Node.Scalar scalar && scalar.isNull())) {
      merged.put(key, nodes(path, earlier, value));
    }
  }

  private static boolean isReplaced(String path, String key, Node value) {
    return value.directive() == Directive.OVERRIDE
        || REPLACED.contains(path)
        || (key.startsWith("x-") && !key.equals("x-trestle"));
  }

  private static Node nodes(String path, Node earlier, Node later) {
    if (earlier instanceof Node.Mapping first && later instanceof Node.Mapping second) {
      return mappings(path, first, second);
    }
    if (earlier instanceof Node.Sequence first && later instanceof Node.Sequence second) {
      List<Node> items = new ArrayList<>(first.items());
      items.addAll(withoutResets(second));
      return first.with(items);
    }
    return withoutDirectives(path, later);
  }

  private static Node withoutDirectives(String path, Node node) {
    if (node instanceof Node.Mapping mapping) {
      Node.Mapping empty = new Node.Mapping(Map.of(), mapping.origin(), Directive.MERGE);
      return mappings(path, empty, mapping);
    }
    if (node instanceof Node.Sequence sequence) {
      return new Node.Sequence(withoutResets(sequence), sequence.origin(), Directive.MERGE);
    }
    return node;
  }

  private static List<Node> withoutResets(Node.Sequence sequence) {
    return sequence.items().stream().filter(item -> item.directive() != Directive.RESET).toList();
  }
}
