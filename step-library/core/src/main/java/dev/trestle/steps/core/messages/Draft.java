package dev.trestle.steps.core.messages;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as a step's table writes it: {@code key}, {@code header name} and {@code body}.
 *
 * @param key the key, empty when none is written
 * @param headers the headers by name
 * @param body the body as text
 */
public record Draft(String key, Map<String, String> headers, String body) {

  private static final String HEADER = "header ";

  /** Reads the rows of a step's table. */
  public static Draft of(List<Pair> rows, ScenarioScope scope) {
    String key = "";
    String body = "";
    Map<String, String> headers = new LinkedHashMap<>();
    for (Pair row : rows) {
      String value = scope.resolve(row.value());
      if ("key".equals(row.name())) {
        key = value;
      } else if ("body".equals(row.name())) {
        body = value;
      } else if (row.name().startsWith(HEADER)) {
        headers.put(row.name().substring(HEADER.length()).strip(), value);
      } else {
        throw StepFailure.of("A message has no '" + row.name() + "'.")
            .evidence("A row is 'key', 'header' with a name, or 'body'.")
            .fix("Correct the step's table.");
      }
    }
    return new Draft(key, headers, body);
  }
}
