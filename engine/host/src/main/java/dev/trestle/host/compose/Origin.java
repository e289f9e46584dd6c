package dev.trestle.host.compose;

/**
 * Where a node was written.
 *
 * @param source the file
 * @param line the line, from 1
 */
record Origin(Source source, int line) {

  Position position() {
    return new Position(source.shown(), line);
  }
}
