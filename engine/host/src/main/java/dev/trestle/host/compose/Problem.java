package dev.trestle.host.compose;

import java.nio.file.Path;

/** The messages of errors, in four parts: what, where, evidence, what to do. */
final class Problem {
  private Problem() {}

  static ComposeException at(
      Position position, String key, String what, String evidence, String advice) {
    String where = key.isEmpty() ? position.toString() : position + ": " + key;
    return of(position.file(), what, where, evidence, advice);
  }

  static ComposeException of(Path file, String what, String where, String evidence, String advice) {
    return new ComposeException(
        "Compose file '%s' cannot be read: %s.\n%s\n%s\n%s"
            .formatted(file.toString().replace('\\', '/'), what, where, evidence, advice));
  }
}
