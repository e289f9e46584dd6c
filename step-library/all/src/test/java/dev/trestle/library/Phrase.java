package dev.trestle.library;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase of the library.
 *
 * @param book its phrasebook
 * @param expression as it is written there
 * @param description what it does, empty where its words say all
 * @param parts the steps that it stands for
 */
record Phrase(Book book, String expression, String description, List<UsedStep> parts) {

  private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]*)>");

  private static final Pattern STATUS = Pattern.compile("the response status is (\\d+)");
  private static final Pattern PROBLEM = Pattern.compile("the response is a problem \"([^\"]*)\"");

  private static final Map<String, String> SAMPLES =
      Map.of("shopper", "Ada", "other", "Ben", "product", "Beans", "coupon", "SPRING");

  /**
   * A phrasebook.
   *
   * @param about its name
   * @param description what it says of all its phrases
   */
  record Book(String about, String description) {}

  /** How it is written in one of these steps, if it is; the shortest has the least of others. */
  Optional<UsedStep> use(List<UsedStep> steps) {
    Expression matcher = new ExpressionFactory(types()).createExpression(loose(expression));
    return steps.stream()
        .filter(step -> matcher.match(step.text()) != null)
        .min(Comparator.comparingInt(step -> step.toString().length()));
  }

  private static ParameterTypeRegistry types() {
    ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
    types.defineParameterType(
        new ParameterType<>("money", "\\d+(?:\\.\\d+)? [A-Z]{3}", String.class, (String s) -> s));
    return types;
  }

  /** Its parts as a feature might write them. */
  List<UsedStep> writtenParts() {
    return parts.stream()
        .map(
            part ->
                new UsedStep(
                    part.keyword(),
                    part.before(),
                    PLACEHOLDER.matcher(part.text()).replaceAll(name -> example(name.group(1)))))
        .toList();
  }

  private String example(String name) {
    if (expression.contains("{" + name + ":money}")) {
      return "3.50 EUR";
    }
    if (expression.contains("{" + name + ":card}")) {
      return "a valid card";
    }
    return expression.contains("{" + name + ":int}") ? "2" : SAMPLES.getOrDefault(name, name);
  }

  /** Parameters have names here and types of the library, which Cucumber's registry lacks. */
  private static String loose(String expression) {
    return expression
        .replaceAll("(?<!\\\\)\\{(?:[^{}:]*:)?(string|int|word|float|money)}", "{$1}")
        .replaceAll("(?<!\\\\)\\{(?!string}|int}|word}|float}|money})[^{}]*}", "{}");
  }

  /** Whether it sends a request and leaves it to the next step to say what the answer was. */
  boolean takesAnyAnswer() {
    return !parts.isEmpty() && parts.get(parts.size() - 1).text().startsWith("I send ");
  }

  /** The refusal that it expects, such as {@code 403 `forbidden`}, empty when it expects none. */
  String refusal() {
    String status = found(STATUS);
    String problem = found(PROBLEM);
    return problem.isEmpty() ? "" : status + " `" + problem + "`";
  }

  private String found(Pattern pattern) {
    return parts.stream()
        .map(part -> pattern.matcher(part.text()))
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .findFirst()
        .orElse("");
  }

  /** As a reader sees it: values by their names, texts in the quotes that belong to them. */
  String shown() {
    return expression
        .replaceAll("(?<!\\\\)\\{_?([^{}:]*):string}", "\"<$1>\"")
        .replaceAll("(?<!\\\\)\\{_?([^{}:]*):[^{}]*}", "<$1>");
  }
}
