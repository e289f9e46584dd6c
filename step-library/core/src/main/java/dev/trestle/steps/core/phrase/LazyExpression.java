package dev.trestle.steps.core.phrase;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step's expression that is compiled when a text has all its plain words; most texts have them
 * for few expressions, and compiling and matching all of them would take most of a run's start.
 */
final class LazyExpression {

  private final String pattern;
  private final ExpressionFactory factory;
  private final List<String> words;
  private @Nullable Expression expression;
  private boolean malformed;

  LazyExpression(String pattern, ExpressionFactory factory) {
    this.pattern = pattern;
    this.factory = factory;
    this.words = PhraseExpression.isRegularExpression(pattern) ? List.of() : plainWords(pattern);
  }

  /** What the expression catches in a text, or null when it does not match. */
  @Nullable List<Argument<?>> match(String text, Type... hints) {
    for (String word : words) {
      if (!text.contains(word)) {
        return null;
      }
    }
    Expression compiled = compiled();
    return compiled == null ? null : compiled.match(text, hints);
  }

  /** Copies of a step may ask at once. */
  private synchronized @Nullable Expression compiled() {
    if (expression == null && !malformed) {
      try {
        expression = factory.createExpression(pattern);
      } catch (CucumberExpressionException e) {
        // Told elsewhere: by Cucumber for Java glue, by the check for phrases.
        malformed = true;
      }
    }
    return expression;
  }

  private static List<String> plainWords(String pattern) {
    return Arrays.stream(PhraseExpression.rewrite(pattern, inside -> "").split("\\s+", -1))
        .filter(word -> !word.isEmpty() && word.chars().noneMatch(c -> "{}()/\\".indexOf(c) >= 0))
        .toList();
  }
}
