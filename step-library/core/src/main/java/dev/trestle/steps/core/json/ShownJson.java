package dev.trestle.steps.core.json;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON for the eye: indented, and in an order that makes only true differences visible. */
final class ShownJson {

  private ShownJson() {}

  /**
   * The expected JSON with members in the actual order, and with the actual value wherever the
   * comparison found no difference, so that a placeholder that fits does not look like one.
   *
   * @param differing the paths of all differences, as json-unit writes them
   */
  static @Nullable Object reconcile(
      @Nullable Object expected, @Nullable Object actual, Set<String> differing) {
    return reconcile(expected, actual, "", differing);
  }

  private static @Nullable Object reconcile(
      @Nullable Object expected, @Nullable Object actual, String path, Set<String> differing) {
    if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> map) {
      return members(wanted, map, path, differing);
    }
    if (expected instanceof List<?> wanted && actual instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      for (int i = 0; i < wanted.size(); i++) {
        String at = path + "[" + i + "]";
        items.add(
            i < list.size() ? reconcile(wanted.get(i), list.get(i), at, differing) : wanted.get(i));
      }
      return items;
    }
    return differing.contains(path) ? expected : actual;
  }

  private static Map<String, @Nullable Object> members(
      Map<?, ?> wanted, Map<?, ?> map, String path, Set<String> differing) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Object key : map.keySet()) {
      String at = path.isEmpty() ? String.valueOf(key) : path + "." + key;
      if (wanted.containsKey(key)) {
        members.put(String.valueOf(key), reconcile(wanted.get(key), map.get(key), at, differing));
      } else if (!differing.contains(at)) {
        members.put(String.valueOf(key), map.get(key)); // It may be there or not.
      }
    }
    wanted.forEach((key, value) -> members.putIfAbsent(String.valueOf(key), value));
    return members;
  }

  /**
   * The JSON in lines, one value a line, without commas, since these would differ where nothing
   * does.
   */
  static List<String> lines(@Nullable Object json) {
    List<String> lines = new ArrayList<>();
    write("", "", json, lines);
    return lines;
  }

  /** Of a secret it is shown whether it is the same, and not what it is. */
  private static void member(
      String indent, String key, @Nullable Object value, List<String> lines) {
    String name = Json.write(key) + ": ";
    String plain = value instanceof String text ? text : Json.write(value);
    String compared = Secrets.compared(key, plain);
    write(indent, name, compared.equals(plain) ? value : compared, lines);
  }

  private static void write(String indent, String name, @Nullable Object json, List<String> lines) {
    if (json instanceof Map<?, ?> map && !map.isEmpty()) {
      lines.add(indent + name + "{");
      map.forEach((key, value) -> member(indent + "  ", String.valueOf(key), value, lines));
      lines.add(indent + "}");
    } else if (json instanceof List<?> list && !list.isEmpty()) {
      lines.add(indent + name + "[");
      list.forEach(item -> write(indent + "  ", "", item, lines));
      lines.add(indent + "]");
    } else {
      lines.add(indent + name + Json.write(json));
    }
  }
}
