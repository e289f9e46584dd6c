package dev.trestle.benchmarks.stack;

import java.nio.file.Path;

/** The Java that runs the harness, which is the one that Maven is given too. */
public final class Java {

  private Java() {}

  /** Its home. */
  public static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  /** Its launcher. */
  public static String executable() {
    return home().resolve("bin/java").toString();
  }
}
