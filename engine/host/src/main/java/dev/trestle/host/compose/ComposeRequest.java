package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to read, and with which variables.
 *
 * @param projectDirectory the directory that relative paths start from and whose {@code .env}
 *     counts
 * @param files the files, merged in this order; empty for the names that Compose looks for
 * @param profiles the active profiles; {@code *} activates all
 * @param environment the variables, which go before those of {@code .env}
 */
public record ComposeRequest(
    Path projectDirectory,
    List<Path> files,
    Set<String> profiles,
    Map<String, String> environment) {

  /** Copies the collections. */
  public ComposeRequest {
    files = List.copyOf(files);
    profiles = Set.copyOf(profiles);
    environment = Map.copyOf(environment);
  }
}
