package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a value by a schema of a document, also for fields that it does not describe. */
final class ValueCheck {

  private final Document document;
  private final Schemas schemas;
  private final Direction direction;

  ValueCheck(Document document, Schemas schemas, Direction direction) {
    this.document = document;
    this.schemas = schemas;
    this.direction = direction;
  }

  Place resolve(Place place) {
    return document.resolve(place);
  }

  /** What a validator of JSON Schema alone does not know of OpenAPI. */
  private boolean isExcused(Problem problem, JsonNode value, DescribedValue described) {
    return switch (problem.problem()) {
      case "missing field" -> described.isOtherWay(problem.pointer());
      case "wrong type", "fits no alternative" -> isNullByWord(problem, value, described);
      case "fits several alternatives" ->
          isDiscriminated(problem.where()) || isNullByWord(problem, value, described);
      default -> false;
    };
  }

  private static boolean isNullByWord(Problem problem, JsonNode value, DescribedValue described) {
    return value.at(problem.pointer()).isNull() && described.isNullable(problem.pointer());
  }

  /** Which alternative it is, a field says. */
  private boolean isDiscriminated(String choice) {
    String owner = choice.substring(0, Math.max(0, choice.lastIndexOf('/')));
    return document
        .find("#" + owner)
        .filter(found -> found.node().has("discriminator"))
        .isPresent();
  }

  /** The types that a schema allows, each with the schema that says so. */
  Map<String, Place> types(Place schema) {
    Map<String, Place> types = new LinkedHashMap<>();
    for (Place part : parts(schema)) {
      JsonNode type = part.node().path("type");
      if (type.isTextual()) {
        types.putIfAbsent(type.asText(), part);
      }
      type.forEach(one -> types.putIfAbsent(one.asText(), part));
    }
    return types;
  }

  /** The value that a schema without a type lists and that is written like a text. */
  Optional<JsonNode> listed(Place schema, String text) {
    for (Place part : parts(schema)) {
      for (JsonNode value : part.node().path("enum")) {
        if (value.isValueNode() && value.asText().equals(text)) {
          return Optional.of(value);
        }
      }
    }
    return Optional.empty();
  }

  /** The properties of a schema by name. */
  Map<String, Place> properties(Place schema) {
    Map<String, Place> properties = new LinkedHashMap<>();
    parts(schema).forEach(part -> part.at("properties").members().forEach(properties::putIfAbsent));
    return properties;
  }

  /** What a schema refers to and is made of, whichever alternative it is. */
  private List<Place> parts(Place schema) {
    Map<String, Place> parts = new LinkedHashMap<>();
    collect(schema, parts);
    return List.copyOf(parts.values());
  }

  private void collect(Place schema, Map<String, Place> parts) {
    Place resolved = resolve(schema);
    if (!resolved.exists() || parts.putIfAbsent(resolved.pointer(), resolved) != null) {
      return;
    }
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      for (int i = 0; i < resolved.node().path(keyword).size(); i++) {
        collect(resolved.at(keyword).at(i), parts);
      }
    }
  }

  /** What does not fit, in the order of the value's fields as far as that is known. */
  List<Problem> of(JsonNode value, Place schema) {
    if (!schema.exists()) {
      return List.of();
    }
    List<Problem> problems =
        new ArrayList<>(
            new SchemaProblems(value, schema).of(schemas.check(schema, value, direction)));
    DescribedValue described = new DescribedValue(value, schema, document, schemas, direction);
    problems.removeIf(problem -> isExcused(problem, value, described));
    Set<String> told = new HashSet<>();
    problems.forEach(problem -> told.add(problem.pointer()));
    described.undocumented().stream()
        .filter(problem -> !told.contains(problem.pointer()))
        .forEach(problems::add);
    return problems;
  }
}
