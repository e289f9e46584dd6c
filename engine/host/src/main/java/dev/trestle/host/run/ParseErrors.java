package dev.trestle.host.run;

import dev.trestle.protocol.ScenarioIdentity;
import io.cucumber.messages.types.ParseError;
import java.nio.file.Path;

/** Says what is wrong with a feature file. */
final class ParseErrors {

  private ParseErrors() {}

  /** One line with file, line, column and the parser's words. */
  static String describe(ParseError error, Path directory) {
    String file =
        error.getSource().getUri().map(uri -> ScenarioIdentity.file(uri, directory)).orElse("?");
    String place =
        error
            .getSource()
            .getLocation()
            .map(at -> ":" + at.getLine() + at.getColumn().map(column -> ":" + column).orElse(""))
            .orElse("");
    String words = error.getMessage().replaceFirst("^\\(\\d+:\\d+\\):\\s*", "");
    return file + place + ": " + words;
  }
}
