package dev.trestle.host.run;

import dev.trestle.protocol.ScenarioIdentity;
import java.nio.file.Path;

/** Says what is wrong with a feature file. */
final class ParseErrors {

  private ParseErrors() {}

  /** One line with file, line, column and the parser's words. */
  static String describe(String uri, String place, String message, Path directory) {
    String file = uri.isEmpty() ? "?" : ScenarioIdentity.file(uri, directory);
    return file + place + ": " + message.replaceFirst("^\\(\\d+:\\d+\\):\\s*", "");
  }
}
