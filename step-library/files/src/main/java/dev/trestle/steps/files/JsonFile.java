package dev.trestle.steps.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.json.JsonDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON document; one that is a list is a table, with its items as rows. */
record JsonFile(String file, JsonDocument json) {

  static JsonFile read(String file, String text) {
    try {
      return new JsonFile(file, JsonDocument.parse(text));
    } catch (JsonProcessingException e) {
      throw StepFailure.of("The file '" + file + "' is not JSON.")
          .evidence(String.valueOf(e.getOriginalMessage()))
          .fix("Correct the service that writes it, or wait until it is written to its end.")
          .causedBy(e);
    }
  }

  /** The rows; a column is a member's name or a JSONPath from the row. */
  List<FileRow> rows() {
    if (!(json.document() instanceof List<?> items)) {
      throw StepFailure.of("The file '" + file + "' is no table.")
          .evidence("It is not a JSON list.")
          .fix("Ask for its values by path: the JSON file \"" + file + "\" has:");
    }
    return items.stream().map(JsonDocument::of).map(JsonFile::row).toList();
  }

  private static FileRow row(JsonDocument item) {
    return column -> item.at(column.startsWith("$") ? column : "$['" + column + "']").value();
  }

  /** What a JSONPath leads to, null where it leads nowhere. */
  @Nullable Object at(String path) {
    return json.at(path).value();
  }
}
