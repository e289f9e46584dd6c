package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The further names that {@code links} give to services: {@code stock:shelf}. */
final class Links {
  private final Map<String, Set<String>> aliases = new LinkedHashMap<>();

  /**
   * Reads the links of all services; a name that is another's already is warned about.
   *
   * @param services the services
   */
  Links(Map<String, Field> services, Warnings warnings) {
    Map<String, String> owners = new LinkedHashMap<>();
    services.keySet().forEach(name -> owners.put(name, name));
    for (Field service : services.values()) {
      Field links = service.get("links");
      if (links != null) {
        links.items().forEach(link -> add(link, owners, warnings));
      }
    }
  }

  /** The names that others give to a service. */
  Set<String> aliases(String service) {
    return aliases.getOrDefault(service, Set.of());
  }

  private void add(Field link, Map<String, String> owners, Warnings warnings) {
    String[] parts = link.text().split(":", 2);
    if (parts.length < 2) {
      return;
    }
    String owner = owners.putIfAbsent(parts[1], parts[0]);
    if (owner == null || owner.equals(parts[0])) {
      aliases.computeIfAbsent(parts[0], name -> new LinkedHashSet<>()).add(parts[1]);
    } else {
      warnings.add(
          link.position(),
          link.key(),
          "the name '"
              + parts[1]
              + "' is that of '"
              + owner
              + "' already, so the link is not used");
    }
  }
}
