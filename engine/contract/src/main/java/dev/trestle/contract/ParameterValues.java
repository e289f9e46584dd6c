package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Checks the values of parameters and headers, as far as their style is a plain one. */
final class ParameterValues {

  private static final Set<String> PLAIN = Set.of("", "form", "simple");

  private final ValueCheck values;

  ParameterValues(ValueCheck values) {
    this.values = values;
  }

  /**
   * Whether each item of a list is said to be a parameter of its own; else commas are taken too.
   */
  private static boolean isExploded(Place parameter) {
    return parameter.text("in").equals("query") && parameter.node().path("explode").asBoolean();
  }

  void check(String pointer, List<String> texts, Place parameter, List<Problem> problems) {
    Place schema = values.resolve(parameter.at("schema"));
    if (!PLAIN.contains(parameter.text("style")) || values.types(schema).containsKey("object")) {
      return;
    }
    JsonNode value =
        isExploded(parameter)
            ? FormFields.items(texts, schema, values)
            : FormFields.value(texts, schema, values);
    for (Problem problem : values.of(value, schema)) {
      problems.add(
          new Problem(
              pointer + problem.pointer(),
              problem.problem(),
              problem.expected(),
              problem.actual(),
              problem.where()));
    }
  }
}
