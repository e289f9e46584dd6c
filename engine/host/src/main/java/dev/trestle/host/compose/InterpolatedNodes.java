package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Interpolates the values, never the keys, of a file. */
final class InterpolatedNodes {
  private final Warnings warnings;

  InterpolatedNodes(Warnings warnings) {
    this.warnings = warnings;
  }

  Node.Mapping root(Node.Mapping root) {
    return mapping(root, "");
  }

  private Node node(Node node, String key) {
    if (node instanceof Node.Mapping mapping) {
      return mapping(mapping, key);
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence(sequence, key);
    }
    return scalar((Node.Scalar) node, key);
  }

  private Node.Mapping mapping(Node.Mapping mapping, String key) {
    Map<String, Node> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((name, value) -> entries.put(name, node(value, Field.join(key, name))));
    return mapping.with(entries);
  }

  private Node sequence(Node.Sequence sequence, String key) {
    List<Node> items = new ArrayList<>();
    for (Node item : sequence.items()) {
      items.add(node(item, key + "[" + items.size() + "]"));
    }
    return sequence.with(items);
  }

  private Node scalar(Node.Scalar scalar, String key) {
    if (scalar.text().indexOf('$') < 0) {
      return scalar;
    }
    Position position = scalar.origin().position();
    Interpolation interpolation =
        new Interpolation(
            scalar.origin().source().variables()::get,
            name -> warnings.add(position, key, unset(name)));
    try {
      return scalar.with(interpolation.apply(scalar.text()));
    } catch (Interpolation.Failure failure) {
      throw failure.in("Compose file", position, key);
    }
  }

  private static String unset(String name) {
    return "variable '" + name + "' is not set; an empty text stands for it";
  }
}
