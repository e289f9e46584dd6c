package dev.trestle.cornershop.planted;

import java.nio.file.Path;
import java.util.List;

/**
 * A row of the README's table: a bug, and what has to catch it.
 *
 * @param name its folder below {@code src/planted-bugs}
 * @param cause what kind of mistake it is
 * @param what the mistake in one sentence
 * @param features the names of the feature files that are run
 * @param message what the failure of a scenario has to say
 * @param evidence what that scenario's evidence has to show: the reason for the failure
 */
record PlantedBug(
    String name,
    String cause,
    String what,
    List<String> features,
    String message,
    String evidence) {

  private static final Path FOLDER = Path.of("src/planted-bugs");

  PlantedBug {
    features = List.copyOf(features);
  }

  /** Where the bug is described: its Compose file and whatever that needs. */
  Path folder() {
    return FOLDER.resolve(name);
  }

  /** Where its results go. */
  Path results() {
    return Path.of("target/planted-bugs").resolve(name);
  }
}
