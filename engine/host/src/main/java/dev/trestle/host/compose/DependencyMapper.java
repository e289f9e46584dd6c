package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Maps {@code depends_on} of a service, and the keys that imply a dependency: {@code links}, {@code
 * volumes_from}, and a namespace shared with another service. What {@code depends_on} says counts.
 */
final class DependencyMapper {
  private static final Keys KEYS = Keys.of("condition", "required").unused("restart");
  private static final List<String> CONDITIONS =
      Stream.of(DependencyCondition.values()).map(DependencyMapper::written).toList();

  private static final List<String> NAMESPACES =
      List.of("network_mode", "ipc", "pid", "uts", "cgroup");
  private static final String SERVICE = "service:";
  private static final String CONTAINER = "container:";

  private DependencyMapper() {}

  static Map<String, Dependency> map(Field service, Warnings warnings) {
    Map<String, Dependency> dependencies = new LinkedHashMap<>();
    implied(service, dependencies);
    Field dependsOn = service.get("depends_on");
    if (dependsOn != null) {
      dependsOn
          .entries()
          .forEach((name, field) -> dependencies.put(name, dependency(field, warnings)));
    }
    return dependencies;
  }

  private static void implied(Field service, Map<String, Dependency> dependencies) {
    for (String key : NAMESPACES) {
      Field field = service.get(key);
      if (field != null && field.text().startsWith(SERVICE)) {
        dependencies.put(field.text().substring(SERVICE.length()), started(field));
      }
    }
    Field links = service.get("links");
    if (links != null) {
      links.items().forEach(link -> dependencies.put(beforeColon(link), started(link)));
    }
    Field volumes = service.get("volumes_from");
    if (volumes != null) {
      volumes.items().stream()
          .filter(item -> !item.text().startsWith(CONTAINER))
          .forEach(item -> dependencies.put(beforeColon(item), started(item)));
    }
  }

  private static String beforeColon(Field field) {
    return field.text().replaceFirst(":.*", "");
  }

  private static Dependency started(Field field) {
    return new Dependency(DependencyCondition.SERVICE_STARTED, true, field.position(), field.key());
  }

  private static Dependency dependency(Field field, Warnings warnings) {
    if (field.isNull()) {
      return started(field);
    }
    KEYS.check(field, warnings);
    Field condition = field.get("condition");
    Field required = field.get("required");
    return new Dependency(
        condition == null ? DependencyCondition.SERVICE_STARTED : condition(condition),
        required == null || required.flag(),
        field.position(),
        field.key());
  }

  private static DependencyCondition condition(Field field) {
    String text = field.text();
    if (!CONDITIONS.contains(text)) {
      throw field.error(
          "the condition '" + text + "' is not known",
          Suggestion.among("Conditions", text, CONDITIONS),
          "Use one of these conditions.");
    }
    return DependencyCondition.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static String written(DependencyCondition condition) {
    return condition.name().toLowerCase(Locale.ROOT);
  }
}
