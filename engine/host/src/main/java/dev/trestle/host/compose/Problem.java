package dev.trestle.host.compose;

import java.nio.file.Path;

/** The messages of errors, in four parts: what, where, evidence, what to do. */
final class Problem {
  private static final int LONGEST_PART = 1000;

  private Problem() {}

  /** An error at a place in a Compose file; the key is empty where there is none. */
  static ComposeException at(
      Position position, String key, String what, String evidence, String advice) {
    return in("Compose file", position, key, what, evidence, advice);
  }

  /** An error at a place in a file of that kind. */
  static ComposeException in(
      String kind, Position position, String key, String what, String evidence, String advice) {
    String where = key.isEmpty() ? position.toString() : position + ": " + key;
    return of(kind, position.file(), what, where, evidence, advice);
  }

  /** An error of a whole file. */
  static ComposeException of(
      String kind, Path file, String what, String where, String evidence, String advice) {
    String name = file.toString().replace('\\', '/');
    return new ComposeException(
        "%s '%s' cannot be read: %s.\n%s\n%s\n%s"
            .formatted(kind, name, line(what), line(where), line(evidence), line(advice)));
  }

  private static String line(String part) {
    String line = part.strip().replaceAll("\\R", " ");
    return line.length() > LONGEST_PART ? line.substring(0, LONGEST_PART) + " ..." : line;
  }
}
