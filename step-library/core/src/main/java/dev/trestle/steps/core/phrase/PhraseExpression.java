package dev.trestle.steps.core.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a phrase: a Cucumber expression with named, typed parameters.
 *
 * @param written as it stands in the file
 * @param parameters in order
 */
record PhraseExpression(String written, List<PhraseParameter> parameters) {

  private static final Pattern PARAMETER = Pattern.compile("(?<!\\\\)\\{([^{}]*)}");

  /** Reads the parameters; one without a colon has the empty name. */
  static PhraseExpression of(String written) {
    List<PhraseParameter> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(written);
    while (matcher.find()) {
      String inner = matcher.group(1);
      int colon = inner.indexOf(':');
      parameters.add(
          colon < 0
              ? new PhraseParameter("", inner)
              : new PhraseParameter(inner.substring(0, colon), inner.substring(colon + 1)));
    }
    return new PhraseExpression(written, List.copyOf(parameters));
  }

  /** The expression without parameter names: what decides whether two phrases are the same. */
  String normalised() {
    return rewrite(written, PhraseExpression::type);
  }

  /** The type in the inside of a parameter's braces. */
  static String type(String inside) {
    return inside.substring(inside.indexOf(':') + 1);
  }

  /** An expression with the inside of each parameter's braces replaced. */
  static String rewrite(String expression, UnaryOperator<String> inside) {
    return PARAMETER
        .matcher(expression)
        .replaceAll(match -> Matcher.quoteReplacement("{" + inside.apply(match.group(1)) + "}"));
  }

  /** The types of an expression's parameters, in order. */
  static List<String> types(String expression) {
    return PARAMETER.matcher(expression).results().map(match -> type(match.group(1))).toList();
  }

  /** How many parameters an expression has. */
  static int count(String expression) {
    return (int) PARAMETER.matcher(expression).results().count();
  }

  /** Whether Cucumber reads a step definition's pattern as a regular expression. */
  static boolean isRegularExpression(String pattern) {
    return pattern.startsWith("^")
        || pattern.endsWith("$")
        || (pattern.length() > 1 && pattern.startsWith("/") && pattern.endsWith("/"));
  }
}
