package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML that knows where it was written. */
sealed interface Node {

  /** Where it was written. */
  Origin origin();

  /** What its tag asks. */
  Directive directive();

  /** The same content, seen as written elsewhere. */
  Node at(Origin place);

  /** What it is, as a message says it. */
  String kind();

  /**
   * A single value.
   *
   * @param text its text, empty for null
   * @param isNull whether it is null
   * @param origin where it was written
   * @param directive what its tag asks
   */
  record Scalar(String text, boolean isNull, Origin origin, Directive directive) implements Node {
    @Override
    public Scalar at(Origin place) {
      return new Scalar(text, isNull, place, directive);
    }

    @Override
    public String kind() {
      return isNull ? "empty" : "'" + text + "'";
    }

    Scalar with(String other) {
      return new Scalar(other, false, origin, directive);
    }
  }

  /**
   * A list.
   *
   * @param items its items
   * @param origin where it was written
   * @param directive what its tag asks
   */
  record Sequence(List<Node> items, Origin origin, Directive directive) implements Node {
    @Override
    public Sequence at(Origin place) {
      return new Sequence(items, place, directive);
    }

    @Override
    public String kind() {
      return "a list";
    }

    Sequence with(List<Node> others) {
      return new Sequence(others, origin, directive);
    }
  }

  /**
   * A mapping.
   *
   * @param entries its entries in order
   * @param origin where it was written
   * @param directive what its tag asks
   */
  record Mapping(Map<String, Node> entries, Origin origin, Directive directive) implements Node {
    @Override
    public Mapping at(Origin place) {
      return new Mapping(entries, place, directive);
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    Mapping with(Map<String, Node> others) {
      return new Mapping(others, origin, directive);
    }

    Mapping with(String key, Node value) {
      Map<String, Node> others = new LinkedHashMap<>(entries);
      others.put(key, value);
      return with(others);
    }

    /** The mapping under a key, empty when there is none. */
    Mapping mapping(String key) {
      return entries.get(key) instanceof Mapping mapping
          ? mapping
          : new Mapping(Map.of(), origin, Directive.MERGE);
    }
  }
}
