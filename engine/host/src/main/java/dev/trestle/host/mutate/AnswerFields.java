package dev.trestle.host.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.protocol.Secrets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of the JSON that an operation answers, as far as they are kept. */
final class AnswerFields {

  private static final int MOST_FIELDS = 60;
  private static final int MOST_ITEMS = 20;
  private static final int MOST_VALUES = 5;
  private static final int LONGEST_VALUE = 100;
  private static final int DEEPEST = 8;

  /** What a path can say. */
  private static final Pattern NAME = Pattern.compile("[^.\\[\\]]+");

  private final Map<String, Seen> fields = new LinkedHashMap<>();

  private record Seen(Set<String> types, Set<String> values) {}

  /** A body was answered. */
  void add(JsonNode body) {
    addChildren("$", body, 0);
  }

  private void addChildren(String path, JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      for (int i = 0; i < Math.min(node.size(), MOST_ITEMS); i++) {
        add(path + "[*]", node.get(i), depth + 1);
      }
    } else {
      node.properties().stream()
          .filter(member -> NAME.matcher(member.getKey()).matches())
          .forEach(member -> add(path + "." + member.getKey(), member.getValue(), depth + 1));
    }
  }

  private void add(String path, JsonNode value, int depth) {
    if (!fields.containsKey(path) && fields.size() >= MOST_FIELDS) {
      return;
    }
    Seen seen =
        fields.computeIfAbsent(path, key -> new Seen(new LinkedHashSet<>(), new LinkedHashSet<>()));
    seen.types.add(value.getNodeType().name().toLowerCase(Locale.ROOT));
    if (value.isValueNode() && !value.isNull() && seen.values.size() < MOST_VALUES) {
      String json = value.toString();
      if (json.length() <= LONGEST_VALUE && !Secrets.mask(path, json).contains(Secrets.MASK)) {
        seen.values.add(json);
      }
    }
    addChildren(path, value, depth);
  }

  /** All that were seen, in the order in which they came. */
  List<Recording.Field> all() {
    return fields.entrySet().stream()
        .map(
            field ->
                new Recording.Field(
                    field.getKey(),
                    List.copyOf(field.getValue().types),
                    List.copyOf(field.getValue().values)))
        .toList();
  }
}
