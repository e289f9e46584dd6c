package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Makes values that fit a schema: what the document gives as an example where it does, and else the
 * plainest, with texts that are unique to the scenario.
 */
final class ValidData {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 8;

  private final ApiDocument document;
  private final ValidText texts;

  ValidData(ApiDocument document, ScenarioScope scope) {
    this.document = document;
    this.texts = new ValidText(scope);
  }

  /** A value of a schema; the name is what it is the value of. */
  JsonNode of(JsonNode schema, String name) {
    return value(schema, name, 0);
  }

  private JsonNode value(JsonNode schema, String name, int depth) {
    if (depth > DEEPEST) {
      throw StepFailure.of("No valid value can be generated for '" + name + "'.")
          .evidence("Its schema requires a value within a value within a value, without end.")
          .fix("Give an example in the OpenAPI document, or the value in the step's table.");
    }
    FlatSchema flat = document.flat(schema);
    Optional<JsonNode> given = given(flat).filter(g -> document.violations(schema, g).isEmpty());
    if (given.isPresent()) {
      return given.get().deepCopy();
    }
    return switch (flat.type()) {
      case "object" -> object(flat, depth);
      case "array" -> array(flat, name, depth);
      case "integer", "number" -> JSON.numberNode(number(flat));
      case "boolean" -> JSON.booleanNode(true);
      default -> JSON.textNode(texts.of(flat, name));
    };
  }

  private static Optional<JsonNode> given(FlatSchema flat) {
    return List.of(
            flat.get("const"),
            flat.get("example"),
            flat.get("examples").path(0),
            flat.get("default"),
            flat.get("enum").path(0))
        .stream()
        .filter(node -> !node.isMissingNode())
        .findFirst();
  }

  private ObjectNode object(FlatSchema flat, int depth) {
    ObjectNode object = JSON.objectNode();
    for (String name : flat.required()) {
      JsonNode schema = flat.properties().getOrDefault(name, JSON.objectNode());
      object.set(name, value(schema, name, depth + 1));
    }
    return object;
  }

  private ArrayNode array(FlatSchema flat, String name, int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = Math.min(Math.max(flat.count("minItems").orElse(1), 1), most(flat));
    for (int i = 0; i < size; i++) {
      array.add(value(flat.get("items"), i == 0 ? name : name + "-" + (i + 1), depth + 1));
    }
    return array;
  }

  private static int most(FlatSchema flat) {
    return flat.count("maxItems").orElse(Integer.MAX_VALUE);
  }

  private static BigDecimal number(FlatSchema flat) {
    BigDecimal value = flat.least().orElse(BigDecimal.ONE);
    Optional<BigDecimal> greatest = flat.greatest();
    if (greatest.isPresent() && value.compareTo(greatest.get()) > 0) {
      value = greatest.get();
    }
    Optional<BigDecimal> step = flat.number("multipleOf").filter(s -> s.signum() > 0);
    return step.isPresent()
        ? value.divide(step.get(), 0, RoundingMode.CEILING).multiply(step.get())
        : value;
  }
}
