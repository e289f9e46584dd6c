package dev.trestle.steps.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.trestle.steps.core.StepFailure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON text in which values are found by JSONPath, RFC 9535 as far as Jayway's has it. */
public final class JsonDocument {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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
   * The text as JSON: numbers are exact, and a member that is there twice is a fault.
   *
   * @throws JsonProcessingException when it is not JSON; {@link NotJson#reason} says why
   */
  public static JsonDocument parse(String text) throws JsonProcessingException {
    Object parsed = MAPPER.readValue(text, Object.class);
    NotJson.requireBounded(parsed);
    return new JsonDocument(parsed);
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
   * @throws StepFailure when it is not a JSONPath
   */
  public Found at(String path) {
    Optional<Aggregate> aggregate = Aggregate.in(path);
    if (aggregate.isPresent()) {
      return aggregate.get().of(at(aggregate.get().path()).value());
    }
    JsonPath compiled = compile(path);
    if (document == null) {
      return "$".equals(path) ? new Found(true, null) : Found.NOTHING;
    }
    try {
      return new Found(true, compiled.read(document, PATHS));
    } catch (PathNotFoundException e) {
      return Found.NOTHING;
    } catch (JsonPathException | ClassCastException | IndexOutOfBoundsException e) {
      throw wrong(path, e);
    }
  }

  /** What a path leads to, and nothing where a path of many places leads to none of them. */
  public Found find(String path) {
    Found found = at(path);
    return isDefinite(path) || !isEmpty(found) ? found : Found.NOTHING;
  }

  /** Whether the path leads to one place at most; others give a list. */
  public static boolean isDefinite(String path) {
    return Aggregate.in(path).isPresent() || compile(path).isDefinite();
  }

  /** Whether a path of many places leads to none. */
  public static boolean isEmpty(Found found) {
    return found.value() instanceof List<?> list && list.isEmpty();
  }

  private static JsonPath compile(String path) {
    try {
      return JsonPath.compile(path);
    } catch (JsonPathException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw wrong(path, e);
    }
  }

  private static StepFailure wrong(String path, RuntimeException cause) {
    boolean said = cause instanceof JsonPathException && cause.getMessage() != null;
    return StepFailure.of("'" + path + "' is not a JSONPath.")
        .evidence(said ? String.valueOf(cause.getMessage()) : "It ends too early.")
        .fix("Correct it in the step, such as $.items[0].sku.")
        .causedBy(cause);
  }
}
