package dev.trestle.host.compose;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns the nodes of the YAML library into ours: merge keys applied, aliases in place, bounded. */
final class NodeBuilder {
  private static final int MAX_NODES = 100_000;

  /** The last one is what the parser gives to a plain {@code ${NAME}}. */
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ, Tag.ENV_TAG);

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Map<String, Directive> DIRECTIVES =
      Map.of("!reset", Directive.RESET, "!override", Directive.OVERRIDE);

  private final Source source;
  private final Set<org.snakeyaml.engine.v2.nodes.Node> parents = new HashSet<>();
  private int built;

  NodeBuilder(Source source) {
    this.source = source;
  }

  Node build(org.snakeyaml.engine.v2.nodes.Node node) {
    Origin origin = origin(node);
    if (++built > MAX_NODES) {
      throw problem(
          origin,
          "its aliases unfold to more than " + MAX_NODES + " values",
          "The limit keeps a small file from filling the memory.",
          "Use fewer aliases in each other.");
    }
    if (!parents.add(node)) {
      throw problem(
          origin,
          "an alias contains itself",
          "Anchor: &" + node.getAnchor().map(Object::toString).orElse("?"),
          "Remove the alias from inside its anchor.");
    }
    Node result = convert(node, origin);
    parents.remove(node);
    return result;
  }

  private Node convert(org.snakeyaml.engine.v2.nodes.Node node, Origin origin) {
    Directive directive = directive(node, origin);
    if (node instanceof ScalarNode scalar) {
      boolean isNull =
          scalar.getScalarStyle() == ScalarStyle.PLAIN && NULLS.contains(scalar.getValue());
      return new Node.Scalar(isNull ? "" : scalar.getValue(), isNull, origin, directive);
    }
    if (node instanceof SequenceNode sequence) {
      return new Node.Sequence(
          sequence.getValue().stream().map(this::build).toList(), origin, directive);
    }
    return new Node.Mapping(entries((MappingNode) node), origin, directive);
  }

  private Map<String, Node> entries(MappingNode node) {
    Map<String, Node> merged = new LinkedHashMap<>();
    Map<String, Node> own = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Origin origin = origin(tuple.getKeyNode());
      if (isMergeKey(tuple.getKeyNode())) {
        merge(build(tuple.getValueNode()), origin, merged);
        continue;
      }
      String key = key(tuple.getKeyNode(), origin);
      Node earlier = own.put(key, build(tuple.getValueNode()).at(origin));
      if (earlier != null) {
        throw problem(
            origin,
            "the key '" + key + "' is there twice",
            "First: " + earlier.origin().position(),
            "Remove one of the two.");
      }
    }
    merged.putAll(own);
    return merged;
  }

  private static boolean isMergeKey(org.snakeyaml.engine.v2.nodes.Node key) {
    return key instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && scalar.getValue().equals("<<");
  }

  private void merge(Node value, Origin origin, Map<String, Node> into) {
    List<Node> parts = value instanceof Node.Sequence sequence ? sequence.items() : List.of(value);
    for (Node part : parts) {
      if (!(part instanceof Node.Mapping mapping)) {
        throw problem(
            origin,
            "the merge key '<<' must have a mapping, or a list of mappings",
            "It is " + part.kind() + ".",
            "Point it to an anchor on a mapping, as in: <<: *defaults");
      }
      mapping.entries().forEach(into::putIfAbsent);
    }
  }

  private String key(org.snakeyaml.engine.v2.nodes.Node key, Origin origin) {
    if (key instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(
        origin, "a key must be a text", "It is a list or a mapping.", "Write a simple key.");
  }

  private Directive directive(org.snakeyaml.engine.v2.nodes.Node node, Origin origin) {
    Directive directive = DIRECTIVES.get(node.getTag().getValue());
    if (directive == null && !PLAIN_TAGS.contains(node.getTag())) {
      throw problem(
          origin,
          "the tag '" + node.getTag().getValue() + "' is not allowed",
          "Compose knows the tags !reset and !override.",
          "Remove the tag.");
    }
    return directive == null ? Directive.MERGE : directive;
  }

  private Origin origin(org.snakeyaml.engine.v2.nodes.Node node) {
    return source.at(node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }

  private static ComposeException problem(
      Origin origin, String what, String evidence, String advice) {
    return Problem.at(origin.position(), "", what, evidence, advice);
  }
}
