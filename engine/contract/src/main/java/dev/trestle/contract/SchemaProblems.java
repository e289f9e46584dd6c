package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what the validator of schemas found as problems. */
final class SchemaProblems {

  private static final int MOST = 20;

  private final JsonNode value;
  private final Place schema;

  /**
   * Problems of a value.
   *
   * @param value the value
   * @param schema its schema
   */
  SchemaProblems(JsonNode value, Place schema) {
    this.value = value;
    this.schema = schema;
  }

  /** One for each that a reader must know: the reasons why no choice fits are not told apart. */
  List<Problem> of(Collection<ValidationMessage> messages) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Choice> choices = new LinkedHashMap<>();
    for (ValidationMessage message : messages) {
      JsonNodePath path = message.getEvaluationPath();
      Optional<Integer> choice = Choice.in(path);
      if (choice.isEmpty()) {
        problems.add(of(message));
      } else {
        choices
            .computeIfAbsent(pointer(path, choice.get()), key -> new Choice(choice.get()))
            .add(message);
      }
    }
    choices.values().forEach(choice -> problems.addAll(of(choice)));
    return problems.stream().limit(MOST).toList();
  }

  private List<Problem> of(Choice choice) {
    return choice
        .only()
        .map(messages -> messages.stream().map(this::of).toList())
        .orElseGet(() -> List.of(none(choice)));
  }

  private Problem none(Choice choice) {
    ValidationMessage first = choice.first();
    return new Problem(
        pointer(first.getInstanceLocation()),
        choice.isAmbiguous() ? "fits several alternatives" : "fits no alternative",
        choice.keyword(),
        typed(first.getInstanceNode()),
        where(first.getSchemaLocation().getFragment()));
  }

  private Problem of(ValidationMessage message) {
    String pointer = pointer(message.getInstanceLocation());
    String member = message.getProperty();
    String inside = member == null ? pointer : Pointers.append(pointer, member);
    JsonNode actual = message.getInstanceNode();
    JsonNode rule = message.getSchemaNode();
    String where = where(message.getSchemaLocation().getFragment());
    return switch (message.getType()) {
      case "required", "dependentRequired" ->
          new Problem(inside, "missing field", "a value", "nothing", where);
      case "additionalProperties", "unevaluatedProperties" ->
          new Problem(inside, "undocumented field", "no such field", at(pointer, member), where);
      case "type" -> new Problem(pointer, "wrong type", types(rule), typed(actual), where);
      case "enum", "const" ->
          new Problem(pointer, "value not listed", rule.toString(), typed(actual), where);
      case "format" -> new Problem(pointer, "wrong format", rule.asText(), typed(actual), where);
      case "readOnly" ->
          new Problem(pointer, "read-only field", "not in a request", typed(actual), where);
      case "writeOnly" ->
          new Problem(pointer, "write-only field", "not in a response", typed(actual), where);
      case "not" ->
          new Problem(pointer, "fits what it must not", message.getType(), typed(actual), where);
      default ->
          new Problem(
              pointer, "value out of bounds", message.getType() + " " + rule, typed(actual), where);
    };
  }

  private static String typed(JsonNode actual) {
    return Values.typed(actual);
  }

  private String at(String pointer, String member) {
    return Values.typed(value.at(pointer).path(member == null ? "" : member));
  }

  private static String types(JsonNode rule) {
    if (!rule.isArray()) {
      return rule.asText();
    }
    List<String> types = new ArrayList<>();
    rule.forEach(type -> types.add(type.asText()));
    return String.join(" or ", types);
  }

  private static String pointer(JsonNodePath path) {
    return pointer(path, path.getNameCount());
  }

  private static String pointer(JsonNodePath path, int length) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < length; i++) {
      String step = Pointers.append("", String.valueOf(path.getElement(i)));
      pointer.append(step);
    }
    return pointer.toString();
  }

  /** The validator's own document begins with the schema, beside which are the components. */
  private String where(JsonNodePath fragment) {
    String inside = pointer(fragment);
    return inside.startsWith("/components/") ? inside : schema.pointer() + inside;
  }
}
