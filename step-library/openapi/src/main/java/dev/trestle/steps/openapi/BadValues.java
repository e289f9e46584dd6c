package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that a schema does not allow, one for each of its own keywords. */
final class BadValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LONGEST = 10_000;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final Map<String, String> UNFORMATTED =
      Map.of(
          "date", "2026-02-30",
          "date-time", "yesterday",
          "time", "noon",
          "uuid", "not-a-uuid",
          "email", "no at sign",
          "uri", "no uri",
          "ipv4", "300.1.1.1",
          "ipv6", "not:an:address");

  private final List<Bad> all = new ArrayList<>();
  private final FlatSchema flat;
  private final JsonNode valid;

  private BadValues(FlatSchema flat, JsonNode valid) {
    this.flat = flat;
    this.valid = valid;
  }

  /**
   * A value.
   *
   * @param kind what is wrong with it
   * @param detail what it is, for a reader
   */
  record Bad(Violation kind, String detail, JsonNode value) {}

  /** The values for a schema; the valid one serves as the model. */
  static List<Bad> of(FlatSchema flat, JsonNode valid) {
    BadValues values = new BadValues(flat, valid);
    values.type();
    values.choice();
    switch (flat.type()) {
      case "string" -> values.text();
      case "integer", "number" -> values.number();
      case "array" -> values.array();
      default -> {} // Members have values of their own.
    }
    return values.all;
  }

  private void add(Violation kind, String detail, JsonNode value) {
    all.add(new Bad(kind, detail, value));
  }

  private void type() {
    switch (flat.type()) {
      case "string" -> add(Violation.WRONG_TYPE, "a list", JSON.arrayNode());
      case "integer", "number", "boolean" ->
          add(Violation.WRONG_TYPE, "a text", JSON.textNode("text"));
      case "array", "object" -> add(Violation.WRONG_TYPE, "a text", JSON.textNode("text"));
      default -> {} // Any type will do.
    }
    if ("integer".equals(flat.type())) {
      add(Violation.WRONG_TYPE, "a fraction", JSON.numberNode(new BigDecimal("1.5")));
    }
    if (!flat.isNullable()) {
      add(Violation.WRONG_TYPE, "null", JSON.nullNode());
    }
  }

  private void choice() {
    if (flat.has("enum") || flat.has("const")) {
      add(Violation.VALUE_OUT_OF_BOUNDS, "none of the values", JSON.textNode("none-of-these"));
    }
  }

  private void text() {
    flat.count("minLength")
        .filter(least -> least > 0)
        .ifPresent(least -> length(least - 1, "too short"));
    flat.count("maxLength")
        .filter(most -> most < LONGEST)
        .ifPresent(most -> length(most + 1, "too long"));
    if (flat.has("pattern")) {
      add(Violation.WRONG_FORMAT, "another pattern", JSON.textNode(unmatched()));
    }
    String unformatted = UNFORMATTED.get(flat.text("format"));
    if (unformatted != null) {
      add(Violation.WRONG_FORMAT, "no " + flat.text("format"), JSON.textNode(unformatted));
    }
  }

  private void length(int length, String detail) {
    add(
        Violation.VALUE_OUT_OF_BOUNDS,
        detail + " with " + length + " characters",
        JSON.textNode("x".repeat(length)));
  }

  private String unmatched() {
    try {
      return RgxGen.parse(flat.text("pattern")).generateNotMatching(new Random(1));
    } catch (RuntimeException e) {
      return "~"; // Used only where it violates the schema, like every other value.
    }
  }

  private void number() {
    flat.least().ifPresent(least -> number(least.subtract(BigDecimal.ONE), "too small"));
    flat.greatest().ifPresent(greatest -> number(greatest.add(BigDecimal.ONE), "too large"));
    flat.number("multipleOf")
        .ifPresent(step -> number(step.multiply(HALF).add(valid.decimalValue()), "no multiple"));
  }

  private void number(BigDecimal value, String detail) {
    add(
        Violation.VALUE_OUT_OF_BOUNDS,
        detail + " with " + value.toPlainString(),
        JSON.numberNode(value));
  }

  private void array() {
    JsonNode item = valid.path(0);
    flat.count("minItems")
        .filter(least -> least > 0)
        .ifPresent(least -> items(least - 1, item, "too few"));
    flat.count("maxItems")
        .filter(most -> most < LONGEST)
        .ifPresent(most -> items(most + 1, item, "too many"));
    if (flat.get("uniqueItems").asBoolean()) {
      items(2, item, "equal");
    }
  }

  private void items(int count, JsonNode item, String detail) {
    if (item.isMissingNode() && count > 0) {
      return;
    }
    ArrayNode array = JSON.arrayNode();
    for (int i = 0; i < count; i++) {
      array.add(item.deepCopy());
    }
    add(Violation.VALUE_OUT_OF_BOUNDS, detail + " with " + count + " items", array);
  }
}
