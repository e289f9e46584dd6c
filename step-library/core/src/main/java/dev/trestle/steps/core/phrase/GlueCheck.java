package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.catalogue.UnusableStep;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.UndefinedParameterTypeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/**
 * Looks at the project's own step definitions before Cucumber does, which ends the whole run at the
 * first that it cannot use. One with an unknown parameter type harms only the scenarios that use
 * it; what is wrong in itself is refused with its place.
 */
final class GlueCheck {

  private final List<UnusableStep> unusable = new ArrayList<>();
  private final Map<String, UnknownType> unknown = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final ExpressionFactory factory;

  private GlueCheck(StepTypes types) {
    this.factory = new ExpressionFactory(types.parameters());
  }

  /** Checks the steps that are not the library's; throws what is wrong with them in themselves. */
  static GlueCheck of(RecordedGlue glue, List<? extends ParameterTypeDefinition> own) {
    GlueCheck check = new GlueCheck(StepTypes.of(glue, own, Locale.ENGLISH));
    Map<String, StepDefinition> first = new HashMap<>();
    for (StepDefinition step : glue.steps) {
      StepDefinition same = first.putIfAbsent(step.getPattern(), step);
      if (same != null && !same.getLocation().equals(step.getLocation())) {
        check.problems.add(twice(same, step));
      }
      if (!glue.scope.has(step)) {
        check.compile(step);
      }
    }
    if (!check.problems.isEmpty()) {
      throw new PhrasebookException("The project's step definitions have", check.problems);
    }
    return check;
  }

  /** Types of the unknown names, which match nothing, so that Cucumber can go on. */
  List<ParameterTypeDefinition> unknownTypes() {
    return List.copyOf(unknown.values());
  }

  /** The steps that no text can match, and why. */
  List<UnusableStep> unusable() {
    return unusable;
  }

  private void compile(StepDefinition step) {
    String pattern = step.getPattern();
    try {
      factory.createExpression(pattern);
    } catch (UndefinedParameterTypeException e) {
      unknown(step);
    } catch (CucumberExpressionException | PatternSyntaxException e) {
      problems.add(
          new Problem(
              "The step definition '" + pattern + "' cannot be used.",
              String.valueOf(e.getMessage()).strip(),
              new Place(step.getLocation(), 0),
              "Correct the expression in its annotation."));
    }
  }

  private void unknown(StepDefinition step) {
    for (String name : PhraseExpression.types(step.getPattern())) {
      if (!isKnown(name)) {
        unknown.putIfAbsent(name, new UnknownType(name));
        unusable.add(new UnusableStep(step.getPattern(), step.getLocation(), name));
      }
    }
  }

  private boolean isKnown(String type) {
    try {
      factory.createExpression("{" + type + "}");
      return true;
    } catch (CucumberExpressionException e) {
      return false;
    }
  }

  private static Problem twice(StepDefinition first, StepDefinition second) {
    return new Problem(
        "The step '" + second.getPattern() + "' is defined twice.",
        "It is also defined at " + first.getLocation() + ".",
        new Place(second.getLocation(), 0),
        "Take one of them out, or word it differently.");
  }
}
