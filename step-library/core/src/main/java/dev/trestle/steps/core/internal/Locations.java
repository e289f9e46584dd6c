package dev.trestle.steps.core.internal;

import dev.trestle.protocol.ScenarioIdentity;
import java.net.URI;
import java.nio.file.Path;

/** Feature files as people write them. */
public final class Locations {

  private Locations() {}

  /** The file's path within the project, with slashes; what is not a file stays as it is. */
  public static String file(URI uri) {
    return ScenarioIdentity.file(uri.toString(), Path.of(""));
  }
}
