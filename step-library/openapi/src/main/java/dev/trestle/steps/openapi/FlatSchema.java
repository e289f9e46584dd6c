package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trestle.steps.core.StepFailure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A schema as one set of keywords: references followed, all of {@code allOf} and the first of
 * {@code oneOf} and {@code anyOf} joined.
 *
 * @param keywords the keywords
 */
record FlatSchema(ObjectNode keywords) {

  private static final int DEEPEST = 30;
  private static final Set<String> JOINED = Set.of("$ref", "allOf", "oneOf", "anyOf");

  static FlatSchema of(JsonNode schema, ApiDocument document) {
    ObjectNode flat = ApiDocument.object();
    join(flat, schema, document, 0);
    return new FlatSchema(flat);
  }

  private static void join(ObjectNode flat, JsonNode schema, ApiDocument document, int depth) {
    if (depth > DEEPEST) {
      throw StepFailure.of("A schema of the OpenAPI document is made of itself.")
          .evidence("Its references lead in a circle: " + schema)
          .fix("Correct the document.");
    }
    if (schema.has("$ref")) {
      join(flat, document.resolve(schema), document, depth + 1);
    }
    for (JsonNode part : schema.path("allOf")) {
      join(flat, part, document, depth + 1);
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.path(choice).has(0)) {
        join(flat, schema.path(choice).get(0), document, depth + 1);
      }
    }
    schema.properties().stream()
        .filter(member -> !JOINED.contains(member.getKey()))
        .forEach(member -> put(flat, member.getKey(), member.getValue()));
  }

  private static void put(ObjectNode flat, String keyword, JsonNode value) {
    if ("properties".equals(keyword) && flat.has(keyword)) {
      flat.withObject("/properties").setAll((ObjectNode) value.deepCopy());
    } else if ("required".equals(keyword) && flat.path(keyword) instanceof ArrayNode required) {
      value.forEach(required::add);
    } else {
      flat.set(keyword, value.deepCopy());
    }
  }

  /** The type, found by other keywords where it is not said, empty for any. */
  String type() {
    JsonNode type = keywords.path("type");
    if (type.isTextual()) {
      return type.asText();
    }
    for (JsonNode one : type) {
      if (!"null".equals(one.asText())) {
        return one.asText();
      }
    }
    if (keywords.has("properties") || keywords.has("required")) {
      return "object";
    }
    return keywords.has("items") ? "array" : "";
  }

  boolean isNullable() {
    boolean listed = false;
    for (JsonNode one : keywords.path("type")) {
      listed |= "null".equals(one.asText());
    }
    return listed || keywords.path("nullable").asBoolean() || type().isEmpty();
  }

  boolean has(String keyword) {
    return keywords.has(keyword);
  }

  String text(String keyword) {
    return keywords.path(keyword).asText("");
  }

  /** A keyword's number, such as that of {@code minLength}. */
  Optional<Integer> count(String keyword) {
    JsonNode value = keywords.path(keyword);
    return value.canConvertToInt() ? Optional.of(value.intValue()) : Optional.empty();
  }

  Optional<BigDecimal> number(String keyword) {
    JsonNode value = keywords.path(keyword);
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  JsonNode get(String keyword) {
    return keywords.path(keyword);
  }

  Map<String, JsonNode> properties() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    keywords.path("properties").properties().forEach(p -> all.put(p.getKey(), p.getValue()));
    return all;
  }

  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    keywords.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  boolean isClosed() {
    JsonNode more = keywords.path("additionalProperties");
    JsonNode left = keywords.path("unevaluatedProperties");
    return (more.isBoolean() && !more.asBoolean()) || (left.isBoolean() && !left.asBoolean());
  }

  /** The least number that is allowed. */
  Optional<BigDecimal> least() {
    return bound("minimum", "exclusiveMinimum", step());
  }

  /** The greatest number that is allowed. */
  Optional<BigDecimal> greatest() {
    return bound("maximum", "exclusiveMaximum", step().negate());
  }

  private Optional<BigDecimal> bound(String inclusive, String exclusive, BigDecimal step) {
    Optional<BigDecimal> beyond = number(exclusive); // A number since 3.1, a truth value in 3.0.
    if (beyond.isPresent()) {
      return beyond.map(bound -> bound.add(step));
    }
    return number(inclusive)
        .map(bound -> keywords.path(exclusive).asBoolean() ? bound.add(step) : bound);
  }

  private BigDecimal step() {
    return "integer".equals(type()) ? BigDecimal.ONE : new BigDecimal("0.01");
  }
}
