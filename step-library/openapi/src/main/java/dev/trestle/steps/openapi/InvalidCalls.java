package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trestle.contract.Place;
import dev.trestle.steps.core.ScenarioScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes of a valid call an invalid one for each constraint of its body and its parameters: one
 * thing is wrong in each, and the schema's validator agrees that it is.
 */
final class InvalidCalls {

  private static final int DEEPEST = 5;
  private static final String ROOT = "$";

  private final OperationCall call;
  private final ApiDocument document;
  private final ValidData valid;
  private final List<InvalidCall> found = new ArrayList<>();
  private final Set<JsonNode> bodies = new HashSet<>();

  private InvalidCalls(OperationCall call, ScenarioScope scope) {
    this.call = call;
    this.document = call.document();
    this.valid = new ValidData(document, scope);
  }

  /** The invalid calls, in the order of the document. */
  static List<InvalidCall> of(OperationCall call, ScenarioScope scope) {
    InvalidCalls calls = new InvalidCalls(call, scope);
    calls.parameters();
    calls.call.media().map(Map.Entry::getValue).ifPresent(calls::body);
    return calls.found;
  }

  private void parameters() {
    for (Place place : call.operation().parameters()) {
      JsonNode parameter = place.node();
      String in = parameter.path("in").asText();
      if (!"path".equals(in)) { // Another path is another resource, not an invalid request.
        parameter(parameter, in + " parameter " + parameter.path("name").asText());
      }
    }
  }

  private void parameter(JsonNode parameter, String place) {
    String name = parameter.path("name").asText();
    if (parameter.path("required").asBoolean()) {
      found.add(
          InvalidCall.of(
              Violation.REQUIRED_FIELD_MISSING, place, "", call.data().with(name, null)));
    }
    JsonNode schema = parameter.path("schema");
    FlatSchema flat = document.flat(schema);
    boolean text = "string".equals(flat.type());
    for (BadValues.Bad bad : BadValues.of(flat, valid.of(schema, name))) {
      boolean sayable = bad.value().isValueNode() && !bad.value().isNull();
      boolean typed = bad.kind() != Violation.WRONG_TYPE || !text;
      if (sayable && typed && !document.violations(schema, bad.value()).isEmpty()) {
        found.add(
            InvalidCall.of(bad.kind(), place, bad.detail(), call.data().with(name, bad.value())));
      }
    }
  }

  private void body(JsonNode media) {
    JsonNode schema = media.path("schema");
    if (call.isBodyRequired()) {
      found.add(
          InvalidCall.of(
              Violation.VIOLATED_CONSTRAINT,
              "the body",
              "missing",
              call.data().withBody(JsonNodeFactory.instance.missingNode())));
    }
    JsonNode base = call.data().body();
    visit(schema, schema, ROOT, base.isMissingNode() ? valid.of(schema, "body") : base, 0);
  }

  /** Goes through a schema; the base is a valid body with a value at the path. */
  private void visit(JsonNode root, JsonNode schema, String path, JsonNode base, int depth) {
    FlatSchema flat = document.flat(schema);
    JsonNode here = at(base, path);
    for (BadValues.Bad bad : BadValues.of(flat, here)) {
      body(root, bad.kind(), path, bad.detail(), BodyPath.of(path).with(base, bad.value()));
    }
    if (depth < DEEPEST) {
      if ("object".equals(flat.type())) {
        members(root, flat, path, base, depth);
      } else if ("array".equals(flat.type()) && flat.get("items").isObject()) {
        JsonNode items = flat.get("items");
        String first = path + "[0]";
        visit(root, items, first, filled(base, first, items, "item"), depth + 1);
      }
    }
  }

  private void members(JsonNode root, FlatSchema flat, String path, JsonNode base, int depth) {
    for (String name : flat.required()) {
      String member = path + "." + name;
      body(
          root, Violation.REQUIRED_FIELD_MISSING, member, "", BodyPath.of(member).with(base, null));
    }
    if (flat.isClosed()) {
      String member = path + ".unexpected";
      JsonNode value = JsonNodeFactory.instance.textNode("text");
      body(root, Violation.UNKNOWN_FIELD, member, "", BodyPath.of(member).with(base, value));
    }
    flat.properties()
        .forEach(
            (name, schema) -> {
              String member = path + "." + name;
              visit(root, schema, member, filled(base, member, schema, name), depth + 1);
            });
  }

  /** The body with a value at the path, generated where there is none. */
  private JsonNode filled(JsonNode base, String path, JsonNode schema, String name) {
    return at(base, path).isMissingNode()
        ? BodyPath.of(path).with(base, valid.of(schema, name))
        : base;
  }

  private static JsonNode at(JsonNode base, String path) {
    JsonNode found = base;
    for (String step : BodyPath.of(path).steps()) {
      found =
          step.startsWith("[")
              ? found.path(Integer.parseInt(step.substring(1, step.length() - 1)))
              : found.path(step);
    }
    return found;
  }

  private void body(JsonNode root, Violation kind, String place, String detail, JsonNode body) {
    boolean sayable = kind != Violation.WRONG_TYPE || !call.isForm();
    if (sayable && !document.violations(root, body).isEmpty() && bodies.add(body)) {
      found.add(InvalidCall.of(kind, place, detail, call.data().withBody(body)));
    }
  }
}
