package dev.trestle.steps.core.messages;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of a topic, queue or exchange.
 *
 * @param key the key or routing key, empty when it has none
 * @param headers the headers by name
 * @param value the value as text
 * @param json the value as maps, lists, texts, numbers and truth values, null when it is no JSON
 */
public record Message(
    String key, Map<String, String> headers, String value, @Nullable Object json) {

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

  private static final String KEY = "key";
  private static final String HEADER = "header ";

  /** What a path leads to. */
  record Found(boolean present, @Nullable Object value) {

    static final Found NOTHING = new Found(false, null);
  }

  /** A message with its value read as JSON where it is JSON. */
  public static Message of(String key, Map<String, String> headers, String value) {
    try {
      return new Message(key, headers, value, MAPPER.readValue(value, Object.class));
    } catch (JsonProcessingException e) {
      // Any topic may hold what is no JSON; no JSONPath leads anywhere in it.
      return new Message(key, headers, value, null);
    }
  }

  /** What a JSONPath, {@code key} or {@code header traceparent} leads to. */
  Found at(String path) {
    if (KEY.equals(path)) {
      return new Found(true, key);
    }
    if (path.startsWith(HEADER)) {
      String header = headers.get(path.substring(HEADER.length()));
      return header == null ? Found.NOTHING : new Found(true, header);
    }
    JsonPath compiled = compile(path);
    try {
      return json == null ? Found.NOTHING : new Found(true, compiled.read(json, PATHS));
    } catch (PathNotFoundException e) {
      return Found.NOTHING;
    }
  }

  private static JsonPath compile(String path) {
    try {
      return JsonPath.compile(path);
    } catch (InvalidPathException | IllegalArgumentException e) {
      throw StepFailure.of("'" + path + "' is no JSONPath.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct it in the step, such as $.orderId; 'key' is the message's key.")
          .causedBy(e);
    }
  }
}
