package dev.trestle.steps.core.phrase;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code <name>} places in the parts of a phrase. */
final class Placeholders {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("<([\\p{L}_](?:[\\p{L}\\p{N}_ -]*[\\p{L}\\p{N}_])?)>");

  private Placeholders() {}

  /** The names that a text uses, in order. */
  static List<String> names(String text) {
    return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** The text with each known name replaced by its value. */
  static String fill(String text, Map<String, String> values) {
    return replace(text, name -> values.getOrDefault(name, "<" + name + ">"));
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
