package dev.trestle.steps.core.catalogue;

import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The steps of all Trestle artifacts, known also where an artifact is not on the class path.
 *
 * @param steps as listed in {@code META-INF/trestle/steps-index.tsv}
 */
public record StepsIndex(List<AbsentStep> steps) {

  /** The class path resource with an artifact id and an expression, tab-separated, on each line. */
  public static final String RESOURCE = "META-INF/trestle/steps-index.tsv";

  /** Reads the index that comes with this artifact. */
  public static StepsIndex read() {
    try (InputStream content = StepsIndex.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (content == null) {
        return new StepsIndex(List.of());
      }
      return parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + RESOURCE, e);
    }
  }

  static StepsIndex parse(String text) {
    return new StepsIndex(
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("\t", 2))
            .map(columns -> new AbsentStep(columns[0].strip(), columns[1].strip()))
            .toList());
  }

  /** Whether a text may be the step of an expression whose types are not known. */
  static boolean fits(String expression, String text) {
    return matches(
        new ExpressionFactory(new ParameterTypeRegistry(Locale.ENGLISH)), expression, text);
  }

  /** The listed step that a text is, among those that are of interest. */
  public Optional<AbsentStep> find(String text, Predicate<AbsentStep> interesting) {
    ExpressionFactory factory = new ExpressionFactory(new ParameterTypeRegistry(Locale.ENGLISH));
    return steps.stream()
        .filter(interesting)
        .filter(step -> matches(factory, step.expression(), text))
        .findFirst();
  }

  private static boolean matches(ExpressionFactory factory, String expression, String text) {
    try {
      return factory.createExpression(loose(expression)).match(text) != null;
    } catch (CucumberExpressionException e) {
      return false;
    }
  }

  /** Types of absent artifacts are unknown here, so they match anything. */
  private static String loose(String expression) {
    return expression
        .replaceAll("(?<!\\\\)\\{(?!string}|int}|word}|float}|[^{}:]*:string})[^{}]*}", "{}")
        .replaceAll("(?<!\\\\)\\{[^{}]*:string}", "{string}");
  }
}
