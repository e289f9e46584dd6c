package dev.trestle.steps.core;

import java.util.stream.Collectors;

/** Bounds the lines of a message: a value that nobody reads to its end is cut, with its length. */
final class BoundedLines {

  private static final int LONGEST = 2_000;
  private static final int BEGINNING = 1_500;
  private static final int END = 200;

  private BoundedLines() {}

  static String of(String text) {
    return text.length() <= LONGEST
        ? text
        : text.lines().map(BoundedLines::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    return line.length() <= LONGEST
        ? line
        : line.substring(0, BEGINNING)
            + (" … (" + line.length() + " characters, the whole is in the attachment) … ")
            + line.substring(line.length() - END);
  }
}
