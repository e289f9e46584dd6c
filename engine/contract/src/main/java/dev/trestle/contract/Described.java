package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What all schemas that apply to an object or a list say of its fields or items. */
final class Described {

  private static final List<String> ELSEWHERE =
      List.of("additionalProperties", "unevaluatedProperties");

  private final Document document;
  private final Schemas schemas;
  private final Direction direction;
  private final JsonNode value;
  private final Map<String, List<Place>> fields = new LinkedHashMap<>();
  private final Set<String> named = new HashSet<>();
  private final Map<Pattern, Place> patterns = new LinkedHashMap<>();
  private final List<Place> others = new ArrayList<>();
  private final List<Place> items = new ArrayList<>();
  private final List<Place> prefixes = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private String where = "";
  private boolean open;

  Described(Document document, Schemas schemas, Direction direction, JsonNode value) {
    this.document = document;
    this.schemas = schemas;
    this.direction = direction;
    this.value = value;
  }

  /** Adds what a schema says. */
  void add(Place schema) {
    if (schema.node().isBoolean()) {
      open = true; // Any value, or one that the validator complains about.
      return;
    }
    if (!seen.add(schema.pointer())) {
      return;
    }
    if (schema.node().path("$ref").isTextual()) {
      add(document.resolve(new Place(schema.node(), schema.pointer())));
    }
    fields(schema);
    items(schema);
    combined(schema);
  }

  private void fields(Place schema) {
    Map<String, Place> properties = schema.at("properties").members();
    properties.forEach(
        (name, place) -> fields.computeIfAbsent(name, n -> new ArrayList<>()).add(place));
    if (!properties.isEmpty() && where.isEmpty()) {
      where = schema.pointer() + "/properties";
    }
    schema.at("patternProperties").members().forEach(this::pattern);
    schema.node().path("required").forEach(name -> named.add(name.asText()));
    String discriminator = schema.at("discriminator").text("propertyName");
    if (!discriminator.isEmpty()) {
      named.add(discriminator);
      discriminated(schema, value.path(discriminator).asText(""));
    }
    for (String keyword : ELSEWHERE) {
      Place rest = schema.at(keyword);
      if (rest.exists()) {
        open = true; // What is not allowed there, the validator has found.
        others.add(rest);
      }
    }
  }

  /** The schema that the value says it is of, by the mapping or its name. */
  private void discriminated(Place schema, String name) {
    String mapped = schema.at("discriminator").at("mapping").text(name);
    String reference = mapped.isEmpty() ? name : mapped;
    document
        .find(
            reference.startsWith("#/")
                ? reference
                : "#" + Pointers.append("/components/schemas", reference))
        .ifPresent(this::add);
  }

  private void pattern(String regex, Place place) {
    try {
      patterns.put(Pattern.compile(regex), place);
    } catch (PatternSyntaxException e) {
      open = true; // Not a pattern of Java: nothing can be said.
    }
  }

  private void items(Place schema) {
    Place prefix = schema.at("prefixItems");
    for (int i = 0; i < prefix.node().size(); i++) {
      prefixes.add(prefix.at(i));
    }
    if (schema.node().path("items").isObject()) {
      items.add(schema.at("items"));
    }
  }

  private void combined(Place schema) {
    Place all = schema.at("allOf");
    for (int i = 0; i < all.node().size(); i++) {
      add(all.at(i));
    }
    choice(schema.at("oneOf"));
    choice(schema.at("anyOf"));
    Place condition = schema.at("if");
    if (condition.exists()) {
      boolean holds = schemas.fits(condition, value, direction);
      add(holds ? condition : schema.at("else"));
      add(holds ? schema.at("then") : schema.at("else"));
    }
    schema
        .at("dependentSchemas")
        .members()
        .forEach(
            (name, place) -> {
              if (value.has(name)) {
                add(place);
              }
            });
  }

  /** Those that fit; when none does, which is a problem by itself, all. */
  private void choice(Place choices) {
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < choices.node().size(); i++) {
      all.add(choices.at(i));
    }
    List<Place> fitting =
        all.stream().filter(place -> schemas.fits(place, value, direction)).toList();
    (fitting.isEmpty() ? all : fitting).forEach(this::add);
  }

  /** The schemas of a field, none when it has none. */
  List<Place> member(String name) {
    List<Place> all = new ArrayList<>(fields.getOrDefault(name, List.of()));
    patterns.forEach(
        (pattern, place) -> {
          if (pattern.matcher(name).find()) {
            all.add(place);
          }
        });
    return all.isEmpty() ? others : all;
  }

  /** The schemas of an item. */
  List<Place> item(int index) {
    return index < prefixes.size() ? List.of(prefixes.get(index)) : items;
  }

  /** Whether a field that has no schema should not be there. */
  boolean isClosed(String name) {
    boolean describes = !fields.isEmpty() || !patterns.isEmpty();
    return describes && !open && !named.contains(name);
  }

  /** The place that would name a field. */
  String where() {
    return where;
  }
}
