package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Maps {@code depends_on} and {@code links} of a service. */
final class DependencyMapper {
  private static final Keys KEYS = Keys.of("condition", "required").unused("restart");
  private static final List<String> CONDITIONS =
      Stream.of(DependencyCondition.values()).map(DependencyMapper::written).toList();

  private DependencyMapper() {}

  static Map<String, Dependency> map(Field service, Warnings warnings) {
    Map<String, Dependency> dependencies = new LinkedHashMap<>();
    Field links = service.get("links");
    if (links != null) {
      links.items().forEach(link -> dependencies.put(target(link), started(link)));
    }
    Field dependsOn = service.get("depends_on");
    if (dependsOn != null) {
      dependsOn
          .entries()
          .forEach((name, field) -> dependencies.put(name, dependency(field, warnings)));
    }
    return dependencies;
  }

  private static String target(Field link) {
    return link.text().replaceFirst(":.*", "");
  }

  private static Dependency started(Field field) {
    return new Dependency(DependencyCondition.SERVICE_STARTED, true, field.position());
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
        field.position());
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
