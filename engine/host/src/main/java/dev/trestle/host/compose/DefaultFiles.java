package dev.trestle.host.compose;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that are read when the request names none, as Compose looks for them. */
final class DefaultFiles {
  private static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private DefaultFiles() {}

  static List<Path> in(Path directory, Variables variables) {
    String listed = variables.get("COMPOSE_FILE");
    if (listed != null && !listed.isBlank()) {
      String separator =
          Objects.requireNonNullElse(variables.get("COMPOSE_PATH_SEPARATOR"), File.pathSeparator);
      return Stream.of(listed.split(Pattern.quote(separator))).map(directory::resolve).toList();
    }
    Path main =
        first(directory, NAMES)
            .orElseThrow(
                () ->
                    Problem.of(
                        "Compose file",
                        Path.of(NAMES.get(0)),
                        "there is no such file",
                        "Project directory: " + directory,
                        "Looked for: " + String.join(", ", NAMES),
                        "Create compose.yaml there, or name the file to read."));
    return Stream.concat(Stream.of(main), first(directory, OVERRIDES).stream()).toList();
  }

  static boolean exist(Path directory) {
    return first(directory, NAMES).isPresent();
  }

  private static Optional<Path> first(Path directory, List<String> names) {
    return names.stream().map(directory::resolve).filter(Files::isRegularFile).findFirst();
  }
}
