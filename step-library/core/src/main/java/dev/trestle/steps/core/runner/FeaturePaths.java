package dev.trestle.steps.core.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders of features as the files in them, without phrasebooks, which Cucumber would run. */
final class FeaturePaths {

  private static final String FEATURE = ".feature";
  private static final String PHRASES = ".phrases.feature";

  private static final Pattern LINES = Pattern.compile("(:\\d+)+$");

  /** A path without features: for an empty list Cucumber would search the whole class path. */
  private static final String NONE = "classpath:dev/trestle/steps/none";

  private FeaturePaths() {}

  /** The files; one without a feature is left out, since Cucumber refuses it when it is named. */
  static List<String> expand(List<String> features) {
    List<String> files = new ArrayList<>();
    for (String feature : features) {
      if (isFolder(feature)) {
        files.addAll(within(Path.of(feature)));
      } else {
        files.add(feature);
      }
    }
    files.removeIf(FeaturePaths::isWithoutFeature);
    return files.isEmpty() ? List.of(NONE) : files.stream().distinct().toList();
  }

  /** Fails with a message for people when a selected file or folder is not there. */
  static void requirePresent(List<String> features) {
    for (String feature : features) {
      Path path = Path.of(withoutLines(feature));
      if (!feature.startsWith("classpath:") && !Files.exists(path)) {
        throw new RunRefusal(
            ("The feature file or folder '" + path + "' does not exist.\n")
                + ("It was looked for at " + path.toAbsolutePath().normalize() + ".\n")
                + "Correct the path, or create the file.");
      }
      if (!feature.startsWith("classpath:")
          && LINES.matcher(feature).find()
          && Files.isDirectory(path)) {
        throw new RunRefusal(
            ("'" + feature + "' is a folder with a line.\n")
                + ("It stands for " + path.toAbsolutePath().normalize() + ".\n")
                + "Name a feature file before the line, or leave the line out.");
      }
    }
  }

  /** The path in a selection such as {@code shop.feature:12:20}. */
  static String withoutLines(String feature) {
    return LINES.matcher(feature).replaceFirst("");
  }

  /** Whether a file has nothing but comments. */
  private static boolean isWithoutFeature(String feature) {
    Path file = Path.of(withoutLines(feature));
    if (feature.startsWith("classpath:") || !Files.isRegularFile(file)) {
      return false;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("^\uFEFF", "").strip())
          .allMatch(line -> line.isEmpty() || line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the feature " + file + ".", e);
    }
  }

  private static boolean isFolder(String feature) {
    return !feature.startsWith("classpath:")
        && !LINES.matcher(feature).find() // Windows allows no colon in a path but the drive's.
        && Files.isDirectory(Path.of(feature));
  }

  private static List<String> within(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(FEATURE) && !file.endsWith(PHRASES))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the features in " + folder + ".", e);
    }
  }
}
