package dev.trestle.host.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps {@code environment} and, under it, the files of {@code env_file}. */
final class EnvironmentMapper {
  private static final Keys KEYS = Keys.of("path", "required", "format");

  private final Sources sources;
  private final Warnings warnings;

  EnvironmentMapper(Sources sources, Warnings warnings) {
    this.sources = sources;
    this.warnings = warnings;
  }

  Map<String, Value> map(Field service, boolean readFiles) {
    Map<String, Value> values = new LinkedHashMap<>();
    Field files = service.get("env_file");
    if (files != null) {
      files.items().forEach(file -> addFile(file, readFiles, values));
    }
    Field environment = service.get("environment");
    if (environment != null) {
      addAssignments(environment, values);
    }
    return values;
  }

  /** Adds assignments; one without a value takes it from the project's variables, or goes. */
  static void addAssignments(Field assignments, Map<String, Value> values) {
    assignments
        .entries()
        .forEach(
            (name, field) -> {
              String value =
                  field.isNull()
                      ? field.node().origin().source().variables().get(name)
                      : field.text();
              if (value == null) {
                values.remove(name);
              } else {
                values.put(name, new Value(value, field.position()));
              }
            });
  }

  private void addFile(Field item, boolean read, Map<String, Value> values) {
    boolean isLong = item.isMapping();
    if (isLong) {
      KEYS.check(item, warnings);
    }
    Field path = isLong ? item.get("path") : item;
    if (path == null) {
      throw item.error(
          "an env_file does not say which file",
          "It has the keys: " + String.join(", ", item.entries().keySet()) + ".",
          "Add the key 'path'.");
    }
    Path file = path.path();
    Field required = isLong ? item.get("required") : null;
    boolean optional = required != null && !required.flag();
    if (!read || (optional && !Files.isRegularFile(file))) {
      return;
    }
    String text = sources.variables(file, path);
    Field format = isLong ? item.get("format") : null;
    values.putAll(
        format != null && format.text().equals("raw")
            ? EnvFile.raw(text, sources.shown(file))
            : EnvFile.parse(
                text, sources.shown(file), item.node().origin().source().variables(), warnings));
  }
}
