package dev.trestle.host.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for files among the selected features from which no scenario can come. */
final class FeatureFiles {

  private static final String FEATURE = ".feature";
  private static final String PHRASES = ".phrases.feature";
  private static final String MARKDOWN = ".feature.md";

  private final Path directory;
  private final List<String> warnings = new ArrayList<>();
  private final List<String> markdown = new ArrayList<>();
  private @Nullable String refusal;

  private FeatureFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Looks at the files.
   *
   * @param directory the project's folder
   * @param features files and folders as selected, relative to it
   */
  static FeatureFiles of(Path directory, List<String> features) {
    FeatureFiles files = new FeatureFiles(directory);
    for (String feature : features) {
      Path path = directory.resolve(feature.replaceFirst("(:\\d+)+$", ""));
      if (feature.startsWith("classpath:") || !Files.exists(path)) {
        continue;
      }
      if (Files.isRegularFile(path) && !path.toString().endsWith(FEATURE)) {
        files.refuse(path);
      }
      files.walk(path);
    }
    return files;
  }

  /** What a person should know before the run. */
  List<String> warnings() {
    return warnings;
  }

  /** What a person should know after the run, since it could be taken for a part of it. */
  List<String> leftOut() {
    return markdown.isEmpty()
        ? List.of()
        : List.of(
            (markdown.size() == 1 ? "One feature was" : markdown.size() + " features were")
                + " not run, because of being in Markdown: "
                + String.join(", ", markdown));
  }

  /** Why nothing may run, or null: a file was named that cannot be run. */
  @Nullable String refusal() {
    return refusal;
  }

  private void refuse(Path file) {
    boolean isMarkdown = file.toString().endsWith(MARKDOWN);
    refusal =
        ("The file '" + shown(file) + "' cannot be run.\n")
            + (isMarkdown
                ? "It is in Markdown, which Cucumber for Java does not read.\n"
                : "Its name does not end in .feature, so Cucumber passes over it.\n")
            + "It is named in the parameter trestle.features.\n"
            + "Write it as a .feature file, or name another one.";
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
      markdown.add(shown(file));
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
