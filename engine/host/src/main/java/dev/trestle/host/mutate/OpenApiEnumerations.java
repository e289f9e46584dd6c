package dev.trestle.host.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.contract.DocumentException;
import dev.trestle.contract.OpenApi;
import dev.trestle.contract.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The enumerations in OpenAPI documents, as far as they can be found: references within the
 * document, properties, items and the parts of {@code allOf}, {@code oneOf} and {@code anyOf}.
 */
final class OpenApiEnumerations implements Mutants.Enumerations {

  private static final int DEEPEST = 20;
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[\\*]");
  private static final String ITEMS = "";
  private static final List<String> PARTS = List.of("allOf", "oneOf", "anyOf");

  private final Map<String, OpenApi> documents = new HashMap<>();

  /**
   * The enumerations of some documents.
   *
   * @param files the document of each provider that has one
   */
  OpenApiEnumerations(Map<String, Path> files) {
    files.forEach((provider, file) -> read(file).ifPresent(d -> documents.put(provider, d)));
  }

  private static Optional<OpenApi> read(Path file) {
    try {
      return Optional.of(OpenApi.read(file));
    } catch (DocumentException e) {
      return Optional.empty(); // What is wrong with it is told where contracts are checked.
    }
  }

  @Override
  public List<String> of(Operation operation, String field) {
    OpenApi document = documents.get(operation.provider());
    if (document == null) {
      return List.of();
    }
    try {
      return schemas(document, operation)
          .map(schema -> values(document, schema, steps(field), 0))
          .filter(values -> !values.isEmpty())
          .findFirst()
          .orElse(List.of());
    } catch (DocumentException e) {
      return List.of(); // It refers to something in vain, which the check of contracts tells.
    }
  }

  /** The schemas of an answer, one for each media type. */
  private static Stream<Place> schemas(OpenApi document, Operation operation) {
    return document.operations().stream()
        .filter(each -> each.isNamed(operation.call()))
        .flatMap(each -> document.response(each, operation.status()).stream())
        .flatMap(answer -> answer.at("content").members().values().stream())
        .map(type -> type.at("schema"));
  }

  private static List<String> steps(String field) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(field);
    while (step.find()) {
      steps.add(step.group(1) == null ? ITEMS : step.group(1));
    }
    return steps;
  }

  private static List<String> values(
      OpenApi document, Place written, List<String> steps, int depth) {
    Place schema = document.resolve(written);
    if (!schema.exists() || depth > DEEPEST) {
      return List.of();
    }
    List<String> own = steps.isEmpty() ? listed(schema) : next(document, schema, steps, depth);
    return own.isEmpty() ? ofParts(document, schema, steps, depth) : own;
  }

  private static List<String> listed(Place schema) {
    List<String> values = new ArrayList<>();
    for (JsonNode value : schema.at("enum").node()) {
      if (value.isTextual()) {
        values.add(value.toString());
      }
    }
    return values;
  }

  private static List<String> next(OpenApi document, Place schema, List<String> steps, int depth) {
    String step = steps.get(0);
    Place next = step.equals(ITEMS) ? schema.at("items") : schema.at("properties").at(step);
    return values(document, next, steps.subList(1, steps.size()), depth + 1);
  }

  private static List<String> ofParts(
      OpenApi document, Place schema, List<String> steps, int depth) {
    for (String name : PARTS) {
      for (JsonNode part : schema.at(name).node()) {
        List<String> found = values(document, new Place(part, ""), steps, depth + 1);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }
}
