package dev.trestle.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records to JSON and back. A component is a string, number, boolean, enum, record, list or map of
 * these, or {@link Object} for free JSON. A record of a sealed interface carries its simple name in
 * the member {@code type}. Members that a reader does not know are ignored, so that a newer writer
 * does no harm; an absent list or map reads as empty.
 */
public final class JsonRecords {

  private static final String TYPE = "type";

  private JsonRecords() {}

  /** Writes a record as JSON on one line. */
  public static String write(Record value) {
    return Json.write(toJson(value));
  }

  /**
   * Reads a record, or one record of a sealed interface, from JSON.
   *
   * @throws JsonException when the text is not JSON or does not fit
   */
  public static <T> T read(String json, Class<T> type) {
    Object value = fromJson(Json.parse(json), type, type.getSimpleName());
    if (value == null) {
      throw new JsonException("JSON for " + type.getSimpleName() + " is null.");
    }
    return type.cast(value);
  }

  private static @Nullable Object toJson(@Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Record) {
      return recordToJson((Record) value);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      map.forEach((key, item) -> json.put(String.valueOf(key), toJson(item)));
      return json;
    }
    if (value instanceof Iterable<?> items) {
      List<@Nullable Object> json = new ArrayList<>();
      items.forEach(item -> json.add(toJson(item)));
      return json;
    }
    return value;
  }

  private static Map<String, @Nullable Object> recordToJson(Record value) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    if (isVariant(value.getClass())) {
      json.put(TYPE, value.getClass().getSimpleName());
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true); // A record need not be public.
        Object item = accessor.invoke(value);
        if (item != null) {
          json.put(component.getName(), toJson(item));
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new JsonException(
            "Cannot read " + value.getClass() + "." + component.getName() + ".", e);
      }
    }
    return json;
  }

  private static boolean isVariant(Class<?> type) {
    for (Class<?> parent : type.getInterfaces()) {
      if (parent.isSealed()) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object fromJson(@Nullable Object json, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      return genericFromJson(json, generic, path);
    }
    Class<?> raw = (Class<?>) type;
    if (json == null || raw == Object.class) {
      return json == null ? absent(raw) : json;
    }
    if (raw.isRecord()) {
      return recordFromJson(asMap(json, path), raw, path);
    }
    if (raw.isSealed()) {
      return variantFromJson(asMap(json, path), raw, path);
    }
    if (raw.isEnum()) {
      return constant(json, raw, path);
    }
    return scalar(json, raw, path);
  }

  private static Object genericFromJson(
      @Nullable Object json, ParameterizedType type, String path) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Map.class) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      if (json != null) {
        asMap(json, path)
            .forEach((key, item) -> map.put(key, fromJson(item, arguments[1], path + "." + key)));
      }
      return map;
    }
    List<@Nullable Object> list = new ArrayList<>();
    if (json != null) {
      if (!(json instanceof List<?> items)) {
        throw misfit(json, "a list", path);
      }
      if (arguments[0] == String.class && items.stream().allMatch(String.class::isInstance)) {
        return new ArrayList<>(items); // long class paths, in a virtual machine that just began
      }
      items.forEach(item -> list.add(fromJson(item, arguments[0], path + "[" + list.size() + "]")));
    }
    return list;
  }

  private static Object recordFromJson(
      Map<String, @Nullable Object> json, Class<?> type, String path) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    @Nullable Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      String name = components[i].getName();
      arguments[i] = fromJson(json.get(name), components[i].getGenericType(), path + "." + name);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new JsonException(path + " does not fit: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new JsonException("Cannot make " + path + ".", e);
    }
  }

  private static @Nullable Object variantFromJson(
      Map<String, @Nullable Object> json, Class<?> type, String path) {
    for (Class<?> variant : type.getPermittedSubclasses()) {
      if (variant.getSimpleName().equals(json.get(TYPE))) {
        return recordFromJson(json, variant, path);
      }
    }
    throw misfit(String.valueOf(json.get(TYPE)), "a known type", path + "." + TYPE);
  }

  private static Object constant(Object json, Class<?> type, String path) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(json)) {
        return constant;
      }
    }
    throw misfit(json, "one of " + List.of(type.getEnumConstants()), path);
  }

  private static Object scalar(Object json, Class<?> type, String path) {
    if (type == String.class && json instanceof String) {
      return json;
    }
    if ((type == boolean.class || type == Boolean.class) && json instanceof Boolean) {
      return json;
    }
    if (json instanceof Number number) {
      if ((type == int.class || type == Integer.class)
          && number.intValue() == number.doubleValue()) {
        return number.intValue();
      }
      if ((type == long.class || type == Long.class) && json instanceof Long) {
        return json;
      }
      if (type == double.class || type == Double.class) {
        return number.doubleValue();
      }
    }
    throw misfit(json, "a " + type.getSimpleName(), path);
  }

  private static @Nullable Object absent(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == double.class) {
      return 0d;
    }
    return type == boolean.class ? Boolean.FALSE : null;
  }

  @SuppressWarnings("unchecked") // The parser makes maps with string keys only.
  private static Map<String, @Nullable Object> asMap(Object json, String path) {
    if (json instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw misfit(json, "an object", path);
  }

  private static JsonException misfit(Object json, String wanted, String path) {
    return new JsonException(path + " wants " + wanted + " but has " + json + ".");
  }
}
