package dev.trestle.cornershop.planted;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build of a service or of their common kit has made. */
final class ServiceJars {

  /** Any service's libraries; the kit itself has no copy of those that it uses. */
  private static final Path LIBRARIES = Path.of("../reference-app/checkout/target/lib");

  private ServiceJars() {}

  /** The class path of a module, by its target folder. */
  static String classPath(Path target) throws IOException {
    return target.resolve("classes") + File.pathSeparator + jars(LIBRARIES);
  }

  private static String jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }
}
