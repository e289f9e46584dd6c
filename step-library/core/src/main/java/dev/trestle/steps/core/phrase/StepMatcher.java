package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.StepDefinition;
import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Finds the step definitions that match a text, as Cucumber does. */
final class StepMatcher {

  private final List<Candidate> candidates;
  private final StepTypes types;

  /**
   * A step definition that matches.
   *
   * @param step the definition
   * @param arguments what its expression caught
   * @param types for the conversion of tables and doc strings
   */
  record Match(StepDefinition step, List<Argument<?>> arguments, StepTypes types) {}

  private record Candidate(StepDefinition step, LazyExpression expression, List<Type> hints) {}

  private StepMatcher(List<Candidate> candidates, StepTypes types) {
    this.candidates = candidates;
    this.types = types;
  }

  static StepMatcher of(List<? extends StepDefinition> steps, StepTypes types) {
    ExpressionFactory factory = new ExpressionFactory(types.parameters());
    List<Candidate> candidates = new ArrayList<>();
    for (StepDefinition step : steps) {
      LazyExpression expression = new LazyExpression(step.getPattern(), factory);
      candidates.add(new Candidate(step, expression, hints(step)));
    }
    return new StepMatcher(candidates, types);
  }

  List<Match> matches(String text) {
    List<Match> matches = new ArrayList<>();
    for (Candidate candidate : candidates) {
      List<Argument<?>> arguments =
          candidate.expression().match(text, candidate.hints().toArray(Type[]::new));
      if (arguments != null) {
        matches.add(new Match(candidate.step(), arguments, types));
      }
    }
    return matches;
  }

  private static List<Type> hints(StepDefinition step) {
    return step.parameterInfos().stream().map(ParameterInfo::getType).toList();
  }
}
