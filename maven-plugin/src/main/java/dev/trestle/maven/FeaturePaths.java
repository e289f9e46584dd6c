package dev.trestle.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/** Where the features are. */
final class FeaturePaths {

  private static final List<String> DEFAULTS = List.of("src/test/features", "features");
  private static final Pattern LINES = Pattern.compile("(:\\d+)+$");

  private FeaturePaths() {}

  /**
   * The feature paths of a project.
   *
   * @param directory the project's folder
   * @param configured what the project names; empty for the defaults
   * @return paths relative to the project's folder, with {@code :line} where named
   */
  static List<String> of(Path directory, List<String> configured) throws MojoFailureException {
    if (configured.isEmpty()) {
      return List.of(first(directory));
    }
    for (String path : configured) {
      if (!Files.exists(directory.resolve(withoutLines(path)))) {
        throw new MojoFailureException(
            "The feature path '"
                + path
                + "' does not exist.\n"
                + "It was looked for in '"
                + directory
                + "'.\n"
                + "It is named in the parameter trestle.features.\n"
                + "Correct the path.");
      }
      requireFeatures(directory, path, configured.size() > 1);
    }
    return configured;
  }

  /** The only folder may be empty: then there is no scenario, which is said at the end. */
  private static void requireFeatures(Path directory, String path, boolean amongOthers)
      throws MojoFailureException {
    Path folder = directory.resolve(withoutLines(path));
    if (!Files.isDirectory(folder)) {
      return;
    }
    if (LINES.matcher(path).find()) {
      throw new MojoFailureException(
          ("The feature path '" + path + "' is a folder with a line.\n")
              + ("It stands for '" + folder + "'.\n")
              + "It is named in the parameter trestle.features.\n"
              + "Name a feature file before the line, or leave the line out.");
    }
    if (amongOthers && !hasFeatures(folder)) {
      throw new MojoFailureException(
          ("The feature path '" + path + "' is a folder without a feature.\n")
              + ("No .feature file was found below '" + folder + "'.\n")
              + "It is named in the parameter trestle.features.\n"
              + "Correct the path, or leave it out.");
    }
  }

  private static boolean hasFeatures(Path folder) throws MojoFailureException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".feature"));
    } catch (IOException | UncheckedIOException e) {
      throw new MojoFailureException(
          ("The feature path '" + folder + "' cannot be read.\n" + e + "\n")
              + "It is named in the parameter trestle.features.\n"
              + "Make it readable, or correct the path.",
          e);
    }
  }

  /** The path in a selection such as {@code shop.feature:12:20}; a drive's letter stays. */
  static String withoutLines(String path) {
    return LINES.matcher(path).replaceFirst("");
  }

  private static String first(Path directory) throws MojoFailureException {
    for (String candidate : DEFAULTS) {
      if (Files.isDirectory(directory.resolve(candidate))) {
        return candidate;
      }
    }
    throw new MojoFailureException(
        "There is no folder with features.\n"
            + "Neither of "
            + DEFAULTS
            + " exists in '"
            + directory
            + "'.\n"
            + "The parameter trestle.features names other places.\n"
            + "Put a .feature file into src/test/features, or set trestle.features.");
  }
}
