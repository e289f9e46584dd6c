package dev.trestle.steps.core.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonDocument.Found;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message of a topic, queue or exchange.
 *
 * @param key the key or routing key, null when it has none
 * @param headers the values of each header in their order: a name may come more than once, and a
 *     header may have no value
 * @param body the body as text, null when it has none, such as a tombstone
 * @param json the body as JSON, null when it is not JSON
 */
public record Message(
    @Nullable String key,
    Map<String, List<@Nullable Object>> headers,
    @Nullable String body,
    @Nullable JsonDocument json) {

  private static final String KEY = "key";
  private static final String BODY = "body";
  private static final String HEADER = "header ";

  /** A message with its body read as JSON where it is JSON. */
  public static Message of(
      @Nullable String key, Map<String, List<@Nullable Object>> headers, @Nullable String body) {
    return new Message(key, headers, body, body == null ? null : json(body));
  }

  /** Any topic may hold what is not JSON; no JSONPath leads anywhere in it. */
  private static @Nullable JsonDocument json(String body) {
    try {
      return JsonDocument.parse(body);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /**
   * What a JSONPath, {@code key}, {@code body} or {@code header traceparent} leads to; several for
   * a header that comes more than once, none when it leads nowhere.
   */
  List<Found> at(String path) {
    if (KEY.equals(path)) {
      return List.of(new Found(true, key));
    }
    if (BODY.equals(path)) {
      return List.of(new Found(true, body));
    }
    if (path.startsWith(HEADER)) {
      return headers.getOrDefault(path.substring(HEADER.length()).strip(), List.of()).stream()
          .map(value -> new Found(true, value))
          .toList();
    }
    // Without JSON, too, what is not a JSONPath is told.
    Found found = (json == null ? JsonDocument.of(null) : json).at(path);
    return json == null || !found.present() ? List.of() : List.of(found);
  }

  /** The whole message as a reader sees it. */
  public String shown() {
    String all =
        headers.entrySet().stream()
            .flatMap(
                header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
            .collect(Collectors.joining("\n"));
    return (key == null ? "" : "key: " + key + "\n")
        + (all.isEmpty() ? "" : all + "\n")
        + "\n"
        + Objects.requireNonNullElse(body, "(no body)");
  }
}
