package dev.trestle.steps.core.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonDocument.Found;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of a topic, queue or exchange.
 *
 * @param key the key or routing key, empty when it has none
 * @param headers the headers by name
 * @param value the value as text
 * @param json the value as JSON, null when it is none
 */
public record Message(
    String key, Map<String, String> headers, String value, @Nullable JsonDocument json) {

  private static final String KEY = "key";
  private static final String HEADER = "header ";

  /** A message with its value read as JSON where it is JSON. */
  public static Message of(String key, Map<String, String> headers, String value) {
    try {
      return new Message(key, headers, value, JsonDocument.parse(value));
    } catch (JsonProcessingException e) {
      // Any topic may hold what is not JSON; no JSONPath leads anywhere in it.
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
    // Without JSON, too, what is not a JSONPath is told.
    Found found = (json == null ? JsonDocument.of(null) : json).at(path);
    return json == null ? Found.NOTHING : found;
  }
}
