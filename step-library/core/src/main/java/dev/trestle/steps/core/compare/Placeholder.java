package dev.trestle.steps.core.compare;

import dev.trestle.steps.core.StepFailure;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a value that is not known beforehand, in the words of json-unit,
 * https://github.com/lukas-krecan/JsonUnit, and {@code <any>} for any value but null.
 *
 * @param word the placeholder's name
 * @param pattern what follows it, empty when nothing does
 */
record Placeholder(String word, String pattern) {

  private static final String START = "#{json-unit.";

  static Optional<Placeholder> of(String written) {
    if ("<any>".equals(written)) {
      return Optional.of(new Placeholder("any", ""));
    }
    int end = written.indexOf('}');
    return written.startsWith(START) && end > 0
        ? Optional.of(
            new Placeholder(written.substring(START.length(), end), written.substring(end + 1)))
        : Optional.empty();
  }

  boolean matches(@Nullable Object actual) {
    return switch (word) {
      case "ignore", "ignore-element" -> true;
      case "any" -> actual != null;
      case "any-string" -> actual instanceof String;
      case "any-number" -> actual instanceof Number;
      case "any-boolean" -> actual instanceof Boolean;
      case "regex" -> actual != null && regex().matcher(String.valueOf(actual)).matches();
      default ->
          throw StepFailure.of("The placeholder '" + START + word + "}' is unknown.")
              .evidence("Known ones: ignore, any-string, any-number, any-boolean, regex.")
              .fix("Correct it in the step, such as " + START + "any-string}, or write <any>.");
    };
  }

  private Pattern regex() {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw StepFailure.of("'" + pattern + "' is not a regular expression.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct it in the step, after " + START + "regex}.")
          .causedBy(e);
    }
  }
}
