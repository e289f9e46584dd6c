package dev.trestle.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A stack's Maven project: what it pins, and what its last build left behind. */
public final class Project {

  private static final Pattern VERSION = Pattern.compile("<([a-z.0-9]+)\\.version>([^<$]+)</");

  /** What compiling left; everything else in {@code target} is the outcome of a run. */
  private static final Set<String> COMPILED =
      Set.of(
          "classes",
          "test-classes",
          "generated-sources",
          "generated-test-sources",
          "maven-status",
          "maven-archiver",
          "lib");

  /** A class path that Trestle resolved, which stays between builds as compiled classes do. */
  private static final String RESOLVED = ".classpath";

  private final Path folder;

  /**
   * A project.
   *
   * @param folder the folder of its POM
   */
  public Project(Path folder) {
    this.folder = folder;
  }

  /** The versions that the POM pins, by property without {@code .version}. */
  public Map<String, String> versions() {
    try {
      Matcher matcher = VERSION.matcher(Files.readString(folder.resolve("pom.xml")));
      Map<String, String> versions = new TreeMap<>();
      while (matcher.find()) {
        versions.put(matcher.group(1), matcher.group(2));
      }
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder that the generated features go to. */
  public Path workload() {
    return folder.resolve("target/workload/features");
  }

  /** Removes results, reports and features of earlier runs, so that each run starts alike. */
  public void clear() {
    try {
      for (Path path : children(folder.resolve("target"))) {
        String name = path.getFileName().toString();
        if (!COMPILED.contains(name) && !name.endsWith(".jar")) {
          Folders.delete(path, file -> file.toString().endsWith(RESOLVED));
        }
      }
      Folders.delete(folder.resolve("target/test-classes/features"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
