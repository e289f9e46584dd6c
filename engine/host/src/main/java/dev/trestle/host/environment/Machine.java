package dev.trestle.host.environment;

import dev.trestle.host.standin.CacheFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * What an environment takes from the machine.
 *
 * @param environment the variables that services inherit from
 * @param cache the folder for what is costly to make
 * @param random chooses ports
 */
record Machine(Map<String, String> environment, Path cache, Random random) {

  /** This machine. */
  static Machine current(Path sessionFolder) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    Path cache = CacheFolder.locate(environment, Path.of(System.getProperty("user.home")));
    return new Machine(
        environment,
        isWritable(cache) ? cache : sessionFolder.resolve("cache"),
        new SecureRandom());
  }

  private static boolean isWritable(Path folder) {
    Path existing = folder;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
  }
}
