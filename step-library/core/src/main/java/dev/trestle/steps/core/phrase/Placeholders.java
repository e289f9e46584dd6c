package dev.trestle.steps.core.phrase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code <name>} places in the parts of a phrase. */
final class Placeholders {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("<([\\p{L}_](?:[\\p{L}\\p{N}_ -]*[\\p{L}\\p{N}_])?)>");

  /** What {@code <any>} is called: no parameter, but any value in an expectation. */
  static final String ANY = "any";

  /** A quoted text of a step; an apostrophe within a word begins none. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])"
              + "(?:\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\"|'[^'\\\\]*(?:\\\\.[^'\\\\]*)*')");

  private Placeholders() {}

  /** The names that a text uses, in order. */
  static List<String> names(String text) {
    return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** The text with each known name replaced by its value. */
  static String fill(String text, Map<String, String> values) {
    return replace(text, name -> values.getOrDefault(name, "<" + name + ">"));
  }

  /** The text of a step with values; within quotes, those of a value do not end them. */
  static String fillStep(String text, Map<String, String> values) {
    if (values.values().stream().noneMatch(value -> value.matches("(?s).*[\"'].*"))) {
      return fill(text, values);
    }
    StringBuilder filled = new StringBuilder();
    int end = 0;
    for (MatchResult quoted : QUOTED.matcher(text).results().toList()) {
      char quote = quoted.group().charAt(0);
      Map<String, String> escaped = new HashMap<>();
      values.forEach((name, value) -> escaped.put(name, value.replace("" + quote, "\\" + quote)));
      filled.append(fill(text.substring(end, quoted.start()), values));
      filled.append(fill(quoted.group(), escaped));
      end = quoted.end();
    }
    return filled.append(fill(text.substring(end), values)).toString();
  }

  /** The text with each name replaced. */
  static String replace(String text, UnaryOperator<String> value) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
  }

  /** Whether a name can be written between the angle brackets. */
  static boolean isName(String name) {
    return PLACEHOLDER.matcher("<" + name + ">").matches();
  }
}
