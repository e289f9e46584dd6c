package dev.trestle.steps.core.json;

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

/** A JSON text in which values are found by JSONPath, RFC 9535 as far as Jayway's has it. */
public final class JsonDocument {

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

  private final @Nullable Object document;

  private JsonDocument(@Nullable Object document) {
    this.document = document;
  }

  /**
   * What a path leads to.
   *
   * @param present whether it leads anywhere
   * @param value what is there
   */
  public record Found(boolean present, @Nullable Object value) {

    /** That it leads nowhere. */
    public static final Found NOTHING = new Found(false, null);
  }

  /**
   * The text as JSON.
   *
   * @throws JsonProcessingException when it is none; the message says where
   */
  public static JsonDocument parse(String text) throws JsonProcessingException {
    return new JsonDocument(MAPPER.readValue(text, Object.class));
  }

  /** JSON that was parsed already, such as a part of another document. */
  public static JsonDocument of(@Nullable Object parsed) {
    return new JsonDocument(parsed);
  }

  /** The whole document as maps, lists, texts, numbers, truth values and null. */
  public @Nullable Object document() {
    return document;
  }

  /**
   * What a path leads to.
   *
   * @throws StepFailure when it is no JSONPath
   */
  public Found at(String path) {
    JsonPath compiled = compile(path);
    if (document == null) {
      return "$".equals(path) ? new Found(true, null) : Found.NOTHING;
    }
    try {
      return new Found(true, compiled.read(document, PATHS));
    } catch (PathNotFoundException e) {
      return Found.NOTHING;
    } catch (InvalidPathException e) {
      throw wrong(path, e);
    }
  }

  /** Whether the path leads to one place at most; others give a list. */
  public static boolean isDefinite(String path) {
    return compile(path).isDefinite();
  }

  /** Whether a path of many places leads to none. */
  public static boolean isEmpty(Found found) {
    return found.value() instanceof List<?> list && list.isEmpty();
  }

  private static JsonPath compile(String path) {
    try {
      return JsonPath.compile(path);
    } catch (InvalidPathException | IllegalArgumentException e) {
      throw wrong(path, e);
    }
  }

  private static StepFailure wrong(String path, RuntimeException cause) {
    return StepFailure.of("'" + path + "' is no JSONPath.")
        .evidence(String.valueOf(cause.getMessage()))
        .fix("Correct it in the step, such as $.items[0].sku.")
        .causedBy(cause);
  }
}
