package dev.trestle.host.compose;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value and the path of keys that leads to it; reads it as the type that is asked for.
 *
 * @param key the path, as {@code services.cart.image}
 * @param node the value
 */
record Field(String key, Node node) {

  static String join(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  Position position() {
    return node.origin().position();
  }

  ComposeException error(String what, String evidence, String advice) {
    return Problem.at(position(), key, what, evidence, advice);
  }

  private ComposeException wrong(String expected) {
    return error(
        "'" + key + "' must be " + expected, "It is " + node.kind() + ".", "Correct the value.");
  }

  boolean isNull() {
    return node instanceof Node.Scalar scalar && scalar.isNull();
  }

  boolean isMapping() {
    return node instanceof Node.Mapping;
  }

  boolean isSequence() {
    return node instanceof Node.Sequence;
  }

  /** The field under a key of this mapping, null when it is absent or empty. */
  @Nullable Field get(String name) {
    Field field = entries().get(name);
    return field == null || field.isNull() ? null : field;
  }

  Map<String, Field> entries() {
    if (!(node instanceof Node.Mapping mapping)) {
      throw wrong("a mapping");
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    mapping.entries().forEach((name, value) -> fields.put(name, new Field(join(key, name), value)));
    return fields;
  }

  List<Field> items() {
    if (!(node instanceof Node.Sequence sequence)) {
      throw wrong("a list");
    }
    List<Field> fields = new ArrayList<>();
    for (Node item : sequence.items()) {
      fields.add(new Field(key + "[" + fields.size() + "]", item));
    }
    return fields;
  }

  String text() {
    if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    throw wrong("a text");
  }

  Value value() {
    return new Value(text(), position());
  }

  List<String> texts() {
    return items().stream().map(Field::text).toList();
  }

  boolean flag() {
    return switch (text().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "y", "1" -> true;
      case "false", "no", "off", "n", "0" -> false;
      default -> throw wrong("true or false");
    };
  }

  int number(int lowest, int highest) {
    String text = text();
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= lowest && number <= highest) {
        return number;
      }
    }
    throw wrong("a number from " + lowest + " to " + highest);
  }

  int port() {
    return number(1, 65_535);
  }

  Duration duration() {
    return Durations.parse(text()).orElseThrow(() -> wrong("a duration, as 10s or 1m30s"));
  }

  /** The path, from the directory that the file's relative paths start from. */
  Path path() {
    try {
      return node.origin().source().base().resolve(text()).normalize();
    } catch (InvalidPathException e) {
      throw wrong("a path");
    }
  }

  /** The words of a command, given as a list, or as a text that is split as a shell does. */
  List<Field> words() {
    if (isSequence()) {
      return items();
    }
    List<String> words =
        ShellWords.split(text())
            .orElseThrow(
                () ->
                    error(
                        "a quote in '" + key + "' is not closed", "It is " + text(), "Close it."));
    Origin origin = node.origin();
    return words.stream()
        .map(word -> new Field(key, new Node.Scalar(word, false, origin, Directive.MERGE)))
        .toList();
  }
}
