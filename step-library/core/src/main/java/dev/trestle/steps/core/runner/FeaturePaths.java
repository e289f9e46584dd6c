package dev.trestle.steps.core.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders of features as the files in them, without phrasebooks, which Cucumber would run. */
final class FeaturePaths {

  private static final String FEATURE = ".feature";
  private static final String PHRASES = ".phrases.feature";

  /** A path without features: for an empty list Cucumber would search the whole class path. */
  private static final String NONE = "classpath:dev/trestle/steps/none";

  private FeaturePaths() {}

  static List<String> expand(List<String> features) {
    List<String> files = new ArrayList<>();
    for (String feature : features) {
      if (isFolder(feature)) {
        files.addAll(within(Path.of(feature)));
      } else {
        files.add(feature);
      }
    }
    return files.isEmpty() ? List.of(NONE) : files.stream().distinct().toList();
  }

  private static boolean isFolder(String feature) {
    return !feature.startsWith("classpath:") && Files.isDirectory(Path.of(feature));
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
