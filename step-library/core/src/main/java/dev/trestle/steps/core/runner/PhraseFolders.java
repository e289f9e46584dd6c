package dev.trestle.steps.core.runner;

import dev.trestle.steps.core.phrase.Phrasebooks;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders whose phrasebooks belong to the selected features. */
final class PhraseFolders {

  private static final String FEATURES = "features";

  private final @Nullable String before;

  private PhraseFolders(@Nullable String before) {
    this.before = before;
  }

  /** Names the folders to the phrases' backend for one run, beside those that are named already. */
  static PhraseFolders announce(List<String> features) {
    List<String> folders = new ArrayList<>();
    String given = System.getProperty(Phrasebooks.FOLDERS);
    if (given != null && !given.isBlank()) {
      folders.add(given);
    }
    of(features).forEach(folder -> folders.add(folder.toString()));
    System.setProperty(Phrasebooks.FOLDERS, String.join(File.pathSeparator, folders));
    return new PhraseFolders(given);
  }

  /** Names what was named before. */
  void restore() {
    if (before == null) {
      System.clearProperty(Phrasebooks.FOLDERS);
    } else {
      System.setProperty(Phrasebooks.FOLDERS, before);
    }
  }

  static Set<Path> of(List<String> features) {
    Set<Path> folders = new LinkedHashSet<>();
    for (String feature : features) {
      if (!feature.startsWith("classpath:")) {
        Path path = Path.of(FeaturePaths.withoutLines(feature)).toAbsolutePath().normalize();
        Path folder = Files.isDirectory(path) ? path : path.getParent();
        if (folder != null && Files.isDirectory(folder)) {
          folders.add(root(folder));
        }
      }
    }
    return folders;
  }

  /** A part of the features has the phrases of all: the outermost folder named so, if any. */
  private static Path root(Path folder) {
    Path project = Path.of("").toAbsolutePath();
    Path root = folder;
    for (Path up = folder; isBelow(up, project); up = up.getParent()) {
      if (up.endsWith(FEATURES)) {
        root = up;
      }
    }
    return root;
  }

  private static boolean isBelow(@Nullable Path folder, Path project) {
    return folder != null && folder.startsWith(project) && !folder.equals(project);
  }
}
