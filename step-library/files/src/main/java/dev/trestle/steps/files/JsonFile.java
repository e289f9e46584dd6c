package dev.trestle.steps.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.trestle.steps.core.StepFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON document; one that is a list is a table, with its items as rows. */
record JsonFile(String file, Object document) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Configuration PATHS =
      Configuration.builder()
          .jsonProvider(new JacksonJsonProvider(MAPPER))
          .mappingProvider(new JacksonMappingProvider(MAPPER))
          .build();

  static JsonFile read(String file, String text) {
    try {
      return new JsonFile(file, MAPPER.readValue(text, Object.class));
    } catch (JsonProcessingException e) {
      throw StepFailure.of("The file '" + file + "' is no JSON.")
          .evidence(String.valueOf(e.getOriginalMessage()))
          .fix("Correct the service that writes it, or wait until it is written to its end.")
          .causedBy(e);
    }
  }

  /** The rows; a column is a member's name or a JSONPath from the row. */
  List<FileRow> rows() {
    if (!(document instanceof List<?> items)) {
      throw StepFailure.of("The file '" + file + "' is no table.")
          .evidence("It is not a JSON list.")
          .fix("Ask for its values by path: the JSON file \"" + file + "\" has:");
    }
    return items.stream()
        .map(
            item ->
                (FileRow)
                    column -> at(item, column.startsWith("$") ? column : "$['" + column + "']"))
        .toList();
  }

  /** What a JSONPath leads to, null where it leads nowhere. */
  @Nullable Object at(String path) {
    return at(document, path);
  }

  private static @Nullable Object at(Object from, String path) {
    try {
      return JsonPath.compile(path).read(from, PATHS);
    } catch (PathNotFoundException e) {
      return null;
    } catch (InvalidPathException | IllegalArgumentException e) {
      throw StepFailure.of("'" + path + "' is no JSONPath.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct it in the step, such as $.orderId.")
          .causedBy(e);
    }
  }
}
