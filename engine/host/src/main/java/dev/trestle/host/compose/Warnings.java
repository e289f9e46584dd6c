package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The warnings of one reading, one for each place. */
final class Warnings {
  private final Map<String, ComposeWarning> found = new LinkedHashMap<>();

  void add(Position position, String key, String text) {
    // A service that is extended seven times has its keys seven times, and they are written once.
    String last = key.substring(key.lastIndexOf('.') + 1);
    found.putIfAbsent(position + " " + last + " " + text, new ComposeWarning(position, key, text));
  }

  List<ComposeWarning> all() {
    return List.copyOf(found.values());
  }
}
