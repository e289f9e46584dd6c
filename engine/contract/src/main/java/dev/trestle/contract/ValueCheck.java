package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /** What does not fit, in the order of the value's fields as far as that is known. */
  List<Problem> of(JsonNode value, Place schema) {
    if (!schema.exists()) {
      return List.of();
    }
    List<Problem> problems =
        new ArrayList<>(
            new SchemaProblems(value, schema).of(schemas.check(schema, value, direction)));
    Set<String> told = new HashSet<>();
    problems.forEach(problem -> told.add(problem.pointer()));
    new UndocumentedFields(document, schemas, direction)
        .of(value, schema).stream()
            .filter(problem -> !told.contains(problem.pointer()))
            .forEach(problems::add);
    return problems;
  }
}
