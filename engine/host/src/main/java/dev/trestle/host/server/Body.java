package dev.trestle.host.server;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call: JSON that has to be just what the route wants, since a member that is
 * missing, unknown or of another type would be found by the code that uses it, too late and without
 * its name.
 */
final class Body {

  private static final int MOST_BYTES = 64_000_000;
  private static final String PROTOCOL = "protocol";
  private static final String TYPE = "type";

  private final @Nullable Object json;
  private final String text;

  private Body(@Nullable Object json, String text) {
    this.json = json;
    this.text = text;
  }

  /**
   * Reads a body.
   *
   * @throws JsonException when it is not JSON, has a name twice, nests too deeply, or is too long
   */
  static Body of(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new JsonException("The body is longer than " + MOST_BYTES + " bytes.");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new Body(Json.parseStrictly(text), text);
  }

  /** The version of the protocol that it speaks, the host's own where it names none. */
  long protocol() {
    Object found = member(json, PROTOCOL);
    Object version = found == null ? member(member(json, "run"), PROTOCOL) : found;
    return version instanceof Long number ? number : Protocol.VERSION;
  }

  private static @Nullable Object member(@Nullable Object json, String name) {
    return json instanceof Map<?, ?> map ? map.get(name) : null;
  }

  /**
   * The body as a record.
   *
   * @throws JsonException when a member is missing, unknown or of another type; the message has its
   *     path
   */
  <T> T as(Class<T> type) {
    require(json, type, type.getSimpleName());
    return JsonRecords.read(text, type);
  }

  private static void require(@Nullable Object json, Type type, String path) {
    if (json == null) {
      throw new JsonException(path + " is missing or null.");
    }
    if (type instanceof ParameterizedType generic) {
      requireItems(json, generic, path);
      return;
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isRecord()) {
      requireMembers(map(json, path), raw, path);
      requireKnown(map(json, path), raw, path, path.indexOf('.') < 0 ? PROTOCOL : "");
    } else if (raw.isSealed()) {
      Class<?> variant = variant(map(json, path), raw, path);
      requireMembers(map(json, path), variant, path);
      requireKnown(map(json, path), variant, path, TYPE);
    } else if (raw == String.class && !(json instanceof String)) {
      throw misfit(json, "a text", path);
    }
    // Numbers, booleans and constants are checked where they are read.
  }

  private static void requireItems(Object json, ParameterizedType type, String path) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Map.class) {
      map(json, path).forEach((key, item) -> require(item, arguments[1], path + "." + key));
      return;
    }
    if (!(json instanceof List<?> items)) {
      throw misfit(json, "a list", path);
    }
    int index = 0;
    for (Object item : items) {
      require(item, arguments[0], path + "[" + index++ + "]");
    }
  }

  private static void requireMembers(Map<?, ?> json, Class<?> type, String path) {
    for (RecordComponent component : type.getRecordComponents()) {
      Object member = json.get(component.getName());
      if (member != null || !isNullable(component.getAnnotatedType())) {
        require(member, component.getGenericType(), path + "." + component.getName());
      }
    }
  }

  /** A member that nobody reads is most likely misspelt. */
  private static void requireKnown(Map<?, ?> json, Class<?> type, String path, String also) {
    Set<String> known = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      known.add(component.getName());
    }
    for (Object name : json.keySet()) {
      if (!known.contains(name) && !also.equals(name)) {
        throw new JsonException(
            path + "." + name + " is unknown. Known members: " + String.join(", ", known) + ".");
      }
    }
  }

  private static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Class<?> variant(Map<?, ?> json, Class<?> type, String path) {
    for (Class<?> variant : type.getPermittedSubclasses()) {
      if (variant.getSimpleName().equals(json.get(TYPE))) {
        return variant;
      }
    }
    throw new JsonException(path + "." + TYPE + " is not a known type: " + json.get(TYPE) + ".");
  }

  private static Map<?, ?> map(Object json, String path) {
    if (json instanceof Map<?, ?> map) {
      return map;
    }
    throw misfit(json, "an object", path);
  }

  private static JsonException misfit(Object json, String wanted, String path) {
    String found = String.valueOf(json);
    String shown = found.length() <= 80 ? found : found.substring(0, 80) + "…";
    return new JsonException(path + " wants " + wanted + " but has " + shown + ".");
  }
}
