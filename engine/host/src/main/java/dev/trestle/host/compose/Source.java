package dev.trestle.host.compose;

import java.nio.file.Path;

/**
 * A Compose file, and what its relative paths and variables mean.
 *
 * @param file the absolute file
 * @param shown the file as messages name it
 * @param base the directory that its relative paths start from
 * @param variables the variables that it may use
 */
record Source(Path file, Path shown, Path base, Variables variables) {

  Origin at(int line) {
    return new Origin(this, line);
  }
}
