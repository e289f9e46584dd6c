package dev.trestle.steps.core.internal;

import java.net.URI;
import java.nio.file.Path;

/** Feature files as people write them. */
public final class Locations {

  private Locations() {}

  /** The file's path within the project, with slashes; what is not a file stays as it is. */
  public static String file(URI uri) {
    if (!"file".equals(uri.getScheme())) {
      return uri.toString();
    }
    Path project = Path.of("").toAbsolutePath();
    Path file = Path.of(uri).toAbsolutePath().normalize();
    Path shown = file.startsWith(project) ? project.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }
}
