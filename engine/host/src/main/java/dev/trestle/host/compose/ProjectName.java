package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a project: the variable, else the file, else the directory. */
final class ProjectName {
  private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  private ProjectName() {}

  static String of(@Nullable Field name, Path directory, Variables variables) {
    String variable = variables.get("COMPOSE_PROJECT_NAME");
    if (variable != null && !variable.isBlank()) {
      return normalized(variable);
    }
    if (name == null) {
      return normalized(String.valueOf(directory.getFileName()));
    }
    if (!VALID.matcher(name.text()).matches()) {
      throw name.error(
          "the project's name '" + name.text() + "' is not allowed",
          "Allowed are lower-case letters, digits, '-' and '_', and a letter or digit first.",
          "Rename it, for example '" + normalized(name.text()) + "'.");
    }
    return name.text();
  }

  private static String normalized(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "").replaceFirst("^[_-]+", "");
    return plain.isEmpty() ? "project" : plain;
  }
}
