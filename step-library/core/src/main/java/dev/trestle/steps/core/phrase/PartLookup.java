package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.StepDefinition;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the steps that a part can mean before its values are known: each parameter also matches a
 * placeholder, first one of its own type, then any; last, the placeholders get sample values.
 */
final class PartLookup {

  private static final Map<String, String> SAMPLES =
      Map.of("string", "text", "word", "word", "float", "1.5", "duration", "5 s", "", "text");

  private final List<? extends StepDefinition> steps;
  private final List<Loose> typed;
  private final List<Loose> untyped;
  private final StepMatcher exact;
  private final LibraryScope scope;

  private record Loose(StepDefinition step, LazyExpression expression) {}

  PartLookup(
      List<? extends StepDefinition> steps,
      PhraseTypes types,
      StepMatcher exact,
      LibraryScope scope) {
    this.steps = steps;
    this.exact = exact;
    this.scope = scope;
    this.typed = loosen(steps, types, type -> "[^\\s\"]*<p:" + Pattern.quote(type) + ">[^\\s\"]*");
    this.untyped = loosen(steps, types, type -> "[^\\s\"]*<p:[^>\\s]*>[^\\s\"]*");
  }

  /** The steps that the part of a phrase can mean; more than one may be left until it runs. */
  List<StepDefinition> find(Phrase phrase, Part part) {
    List<StepDefinition> own =
        phrase.origin().library() ? find(phrase, part, scope::has) : List.of();
    return own.isEmpty() ? find(phrase, part, step -> true) : own;
  }

  private List<StepDefinition> find(
      Phrase phrase, Part part, Predicate<StepDefinition> candidates) {
    List<StepDefinition> found = exact(part.text(), candidates);
    if (!found.isEmpty() || Placeholders.names(part.text()).isEmpty()) {
      return found;
    }
    Map<String, String> types = types(phrase);
    String marked =
        Placeholders.replace(part.text(), name -> "<p:" + types.getOrDefault(name, "") + ">");
    found = matching(typed, marked, candidates);
    if (found.isEmpty()) {
      found = matching(untyped, marked, candidates);
    }
    if (found.isEmpty()) {
      found = exact(sampled(phrase, part), candidates);
    }
    return found.isEmpty() ? literally(part.text(), candidates) : found;
  }

  /** The text of a part with a value for each parameter. */
  static String sampled(Phrase phrase, Part part) {
    Map<String, String> types = types(phrase);
    return Placeholders.replace(part.text(), name -> sample(types.get(name)));
  }

  private static Map<String, String> types(Phrase phrase) {
    return phrase.expression().parameters().stream()
        .collect(Collectors.toMap(PhraseParameter::name, PhraseParameter::type, (a, b) -> a));
  }

  private List<StepDefinition> exact(String text, Predicate<StepDefinition> candidates) {
    return exact.matches(text).stream().map(StepMatcher.Match::step).filter(candidates).toList();
  }

  private static String sample(@Nullable String type) {
    return type == null ? "1" : SAMPLES.getOrDefault(type, "1");
  }

  private static List<StepDefinition> matching(
      List<Loose> steps, String text, Predicate<StepDefinition> candidates) {
    return steps.stream()
        .filter(step -> candidates.test(step.step()))
        .filter(step -> step.expression().match(text) != null)
        .map(Loose::step)
        .toList();
  }

  /** Steps in whose wording a placeholder may stand for plain words. */
  private List<StepDefinition> literally(String text, Predicate<StepDefinition> candidates) {
    Pattern pattern =
        Pattern.compile(
            Pattern.quote(Placeholders.replace(text, name -> "<p>")).replace("<p>", "\\E.+\\Q"));
    return steps.stream()
        .filter(candidates)
        .filter(step -> pattern.matcher(plain(step.getPattern())).matches())
        .collect(Collectors.toList());
  }

  private static String plain(String expression) {
    return expression
        .replaceAll("\\{(?:[^{}]*:)?string}", "\"text\"")
        .replaceAll("\\{[^{}]*}", "1");
  }

  private static List<Loose> loosen(
      List<? extends StepDefinition> steps,
      PhraseTypes types,
      Function<String, String> placeholder) {
    ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
    ExpressionFactory factory = new ExpressionFactory(registry);
    Set<String> defined = new HashSet<>();
    List<Loose> loose = new ArrayList<>();
    for (StepDefinition step : steps) {
      if (PhraseExpression.isRegularExpression(step.getPattern())) {
        continue;
      }
      String expression =
          PhraseExpression.rewrite(
              step.getPattern(),
              inside -> {
                String type = PhraseExpression.type(inside);
                if (defined.add(type)) {
                  define(registry, type, types, placeholder.apply(type));
                }
                return "p:" + type;
              });
      loose.add(new Loose(step, new LazyExpression(expression, factory)));
    }
    return loose;
  }

  private static void define(
      ParameterTypeRegistry registry, String type, PhraseTypes types, String placeholder) {
    types
        .regexp(type)
        .map(CaptureGroups::without)
        .ifPresent(
            regexp ->
                registry.defineParameterType(
                    new ParameterType<>(
                        "p:" + type,
                        List.of("(?:" + regexp + ")|" + placeholder),
                        String.class,
                        (String text) -> text,
                        false,
                        false)));
  }
}
