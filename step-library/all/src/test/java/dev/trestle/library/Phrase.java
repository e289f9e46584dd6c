package dev.trestle.library;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phrase of the library.
 *
 * @param about the name of its phrasebook
 * @param expression as it is written there
 * @param parts the steps that it stands for
 */
record Phrase(String about, String expression, List<String> parts) {

  private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]*)>");

  /** How it is written in one of these steps, if it is; the shortest has the least of others. */
  Optional<UsedStep> use(List<UsedStep> steps) {
    Expression matcher =
        new ExpressionFactory(new ParameterTypeRegistry(Locale.ENGLISH))
            .createExpression(loose(expression));
    return steps.stream()
        .filter(step -> matcher.match(step.text()) != null)
        .min(Comparator.comparingInt(step -> step.text().length()));
  }

  /** Its parts as a feature might write them: texts by their names, other values by an example. */
  List<UsedStep> writtenParts() {
    return parts.stream()
        .map(part -> part.replaceAll("\"<([^<>]*)>\"", "\"$1\""))
        .map(part -> PLACEHOLDER.matcher(part).replaceAll(name -> example(name.group(1))))
        .map(part -> new UsedStep("Given", part))
        .toList();
  }

  private String example(String name) {
    if (expression.contains("{" + name + ":money}")) {
      return "1.00 EUR";
    }
    return expression.contains("{" + name + ":card}") ? "a valid card" : "1";
  }

  /** Parameters have names here and types of the library, which Cucumber's registry lacks. */
  private static String loose(String expression) {
    return expression
        .replaceAll("(?<!\\\\)\\{(?:[^{}:]*:)?(string|int|word|float)}", "{$1}")
        .replaceAll("(?<!\\\\)\\{(?!string}|int}|word}|float})[^{}]*}", "{}");
  }

  /** As a reader sees it: values by their names. */
  String shown() {
    return expression.replaceAll("(?<!\\\\)\\{([^{}:]*):[^{}]*}", "<$1>");
  }
}
