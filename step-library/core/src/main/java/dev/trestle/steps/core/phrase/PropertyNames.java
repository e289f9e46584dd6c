package dev.trestle.steps.core.phrase;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns table headers such as {@code Unit price} into property names such as {@code unitPrice}. */
final class PropertyNames {

  private PropertyNames() {}

  static Map<String, @Nullable String> of(Map<String, @Nullable String> entry) {
    Map<String, @Nullable String> result = new LinkedHashMap<>();
    entry.forEach(
        (header, value) -> {
          if (result.put(of(header), value) != null) {
            throw new IllegalArgumentException(
                "Two headers become the property '" + of(header) + "': " + entry.keySet());
          }
        });
    return result;
  }

  private static String of(String header) {
    StringBuilder name = new StringBuilder();
    for (String word : header.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        char first = word.charAt(0);
        name.append(name.isEmpty() ? Character.toLowerCase(first) : Character.toTitleCase(first));
        name.append(word.substring(1));
      }
    }
    return name.toString();
  }
}
