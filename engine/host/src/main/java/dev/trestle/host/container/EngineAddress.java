package dev.trestle.host.container;

import java.nio.file.Path;

/**
 * Where a container engine may answer.
 *
 * @param uri its address, as {@code unix:///var/run/docker.sock} or {@code tcp://127.0.0.1:2375}
 * @param origin who names it, as a message says it
 */
public record EngineAddress(String uri, String origin) {

  private static final String UNIX = "unix://";

  static EngineAddress socket(Path path, String origin) {
    return new EngineAddress(UNIX + path, origin);
  }

  boolean isSocket() {
    return uri.startsWith(UNIX);
  }

  Path socket() {
    return Path.of(uri.substring(UNIX.length()));
  }

  @Override
  public String toString() {
    return uri + " (" + origin + ")";
  }
}
