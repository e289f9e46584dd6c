package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.UndefinedParameterTypeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Makes the parameter types that catch the values of phrases as written. */
final class PhraseTypes {

  private static final List<String> BUILT_IN =
      List.of(
          "bigdecimal",
          "biginteger",
          "byte",
          "double",
          "float",
          "int",
          "long",
          "short",
          "string",
          "word");

  private final ExpressionFactory factory;
  private final TreeSet<String> known = new TreeSet<>(BUILT_IN);

  PhraseTypes(StepTypes types, List<? extends ParameterTypeDefinition> defined) {
    this.factory = new ExpressionFactory(types.parameters());
    defined.stream()
        .filter(type -> !(type instanceof WhoType)) // Nothing that a phrase would write.
        .forEach(type -> known.add(Objects.requireNonNullElse(type.parameterType().getName(), "")));
  }

  /** One type for each name and type that the phrases use; an unknown type is a problem. */
  List<WrittenType> of(List<Phrase> phrases, List<Problem> problems) {
    Map<String, WrittenType> types = new LinkedHashMap<>();
    for (Phrase phrase : phrases) {
      problems.addAll(malformed(phrase));
      for (PhraseParameter parameter : phrase.expression().parameters()) {
        Optional<String> regexp = regexp(parameter.type());
        if (regexp.isEmpty()) {
          problems.add(unknown(phrase, parameter));
        } else {
          types.putIfAbsent(
              parameter.typeName(),
              new WrittenType(parameter, List.of(regexp.get()), phrase.place()));
        }
      }
    }
    return new ArrayList<>(types.values());
  }

  private List<Problem> malformed(Phrase phrase) {
    try {
      factory.createExpression(phrase.expression().normalised());
      return List.of();
    } catch (UndefinedParameterTypeException e) {
      // Told for the parameter.
      return List.of();
    } catch (CucumberExpressionException e) {
      return List.of(
          new Problem(
              "The phrase '" + phrase.expression().written() + "' is no Cucumber expression.",
              String.valueOf(e.getMessage()).strip(),
              phrase.place(),
              "Correct it; ( ) { } / and \\ are written with a \\ before them where they are plain"
                  + " text."));
    }
  }

  /** The regular expression of a parameter type; empty when there is no such type. */
  Optional<String> regexp(String type) {
    try {
      String whole = factory.createExpression("{" + type + "}").getRegexp().pattern();
      return Optional.of(whole.substring("^(".length(), whole.length() - ")$".length()));
    } catch (CucumberExpressionException e) {
      return Optional.empty();
    }
  }

  private Problem unknown(Phrase phrase, PhraseParameter parameter) {
    return new Problem(
        "The parameter {"
            + parameter.typeName()
            + "} has the unknown type '"
            + parameter.type()
            + "'.",
        "Known types: " + String.join(", ", known) + ".",
        phrase.place(),
        "Write a known type, or define '" + parameter.type() + "' with @ParameterType in Java.");
  }
}
