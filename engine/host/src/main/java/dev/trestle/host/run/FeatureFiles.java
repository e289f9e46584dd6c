package dev.trestle.host.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for files among the selected features from which no scenario can come. */
final class FeatureFiles {

  private static final String FEATURE = ".feature";
  private static final String PHRASES = ".phrases.feature";
  private static final String MARKDOWN = ".feature.md";

  private final Path directory;
  private final List<String> warnings = new ArrayList<>();

  private FeatureFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * What a person should know of the files.
   *
   * @param directory the project's folder
   * @param features files and folders as selected, relative to it
   */
  static List<String> warnings(Path directory, List<String> features) {
    FeatureFiles files = new FeatureFiles(directory);
    for (String feature : features) {
      Path path = directory.resolve(feature.replaceFirst("(:\\d+)+$", ""));
      if (!feature.startsWith("classpath:") && Files.exists(path)) {
        files.walk(path);
      }
    }
    return files.warnings;
  }

  private void walk(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      files.filter(Files::isRegularFile).sorted().forEach(this::look);
    } catch (IOException e) {
      throw new UncheckedIOException("The features in " + path + " cannot be listed.", e);
    }
  }

  private void look(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(MARKDOWN)) {
      warnings.add(
          ("The feature '" + shown(file) + "' is not run.\n")
              + "It is in Markdown, which Cucumber for Java does not read.\n"
              + "Write it as a .feature file.");
    } else if (name.endsWith(FEATURE) && !name.endsWith(PHRASES) && isEmpty(file)) {
      warnings.add(
          ("The feature file '" + shown(file) + "' has no scenarios.\n")
              + "It has nothing but comments and blank lines.\n"
              + ("Look at " + shown(file) + ":1.\n")
              + "Write its feature, or delete the file.");
    }
  }

  private static boolean isEmpty(Path file) {
    try {
      return Stream.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R"))
          .map(line -> line.replaceFirst("^\uFEFF", "").strip())
          .allMatch(line -> line.isEmpty() || line.startsWith("#"));
    } catch (IOException e) {
      return false; // Cucumber says what is wrong with it.
    }
  }

  private String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = directory.toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }
}
