package dev.trestle.host.compose;

import java.nio.file.Path;

/**
 * A place in a file that a message can point to.
 *
 * @param file the file, relative to the project directory where that is possible
 * @param line the line, from 1
 */
public record Position(Path file, int line) {
  @Override
  public String toString() {
    return file.toString().replace('\\', '/') + ":" + line;
  }
}
