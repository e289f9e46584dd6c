package dev.trestle.steps.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.protocol.Json;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.NotJson;
import java.util.List;

/** A JSON document; one that is a list is a table, with its items as rows. */
record JsonFile(String file, JsonDocument json) {

  static JsonFile read(String file, String text) {
    try {
      return new JsonFile(file, JsonDocument.parse(text));
    } catch (JsonProcessingException e) {
      throw StepFailure.of("The file '" + file + "' is not JSON.")
          .evidence("Of its content, " + NotJson.reason(e) + ".")
          .fix("Correct the service that writes it, or wait until it is written to its end.")
          .causedBy(e);
    }
  }

  /** The rows; a column is a member's name or a JSONPath from the row. */
  List<FileRow> rows() {
    if (!(json.document() instanceof List<?> items)) {
      throw StepFailure.of("The file '" + file + "' is not a table.")
          .evidence("It is not a JSON list.")
          .fix("Ask for its values by path: the JSON file \"" + file + "\" has:");
    }
    return items.stream().map(JsonDocument::of).map(JsonFile::row).toList();
  }

  /** Fails for a column that no row has; a row may be without one, which is null then. */
  void requireColumns(List<String> header) {
    List<?> items = json.document() instanceof List<?> list ? list : List.of();
    for (String column : header) {
      if (!items.isEmpty()
          && items.stream().noneMatch(item -> cell(JsonDocument.of(item), column).present())) {
        throw StepFailure.of("No row of the file '" + file + "' has '" + column + "'.")
            .evidence("It has " + items.size() + " rows; the first is " + Json.write(items.get(0)))
            .fix("Correct the table's header in the step, or the service that writes the file.");
      }
    }
  }

  private static FileRow row(JsonDocument item) {
    return column -> cell(item, column).value();
  }

  private static JsonDocument.Found cell(JsonDocument item, String column) {
    return item.find(column.startsWith("$") ? column : "$['" + column + "']");
  }

  /** What a JSONPath leads to. */
  JsonDocument.Found at(String path) {
    return json.find(path);
  }
}
