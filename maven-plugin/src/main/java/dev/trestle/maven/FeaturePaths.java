package dev.trestle.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
    }
    return configured;
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
