package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.catalogue.Similarity;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.StepDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The steps of one lane: those of the other backends, the phrases, and what goes before them. */
final class Lane {

  private final RecordedGlue glue;
  private final List<ParameterTypeDefinition> types;
  private final List<StepDefinition> steps;

  Lane(RecordedGlue glue, List<? extends ParameterTypeDefinition> own, PhraseSet phrases) {
    this.glue = glue;
    this.types = new ArrayList<>(own);
    this.types.addAll(phrases.types());
    this.steps =
        steps(
            glue, phrases.phrases(), new PartRunner(this::matcher, this::nearest, phrases.scope()));
  }

  /** All steps: what the other backends define comes first, unchanged. */
  static List<StepDefinition> steps(RecordedGlue glue, List<Phrase> phrases, PartRunner runner) {
    List<StepDefinition> steps = new ArrayList<>(glue.steps);
    phrases.forEach(phrase -> steps.add(new PhraseStep(phrase, runner)));
    Set<String> taken = new HashSet<>();
    steps.forEach(step -> taken.add(step.getPattern()));
    for (StepDefinition step : List.copyOf(steps)) {
      GuardStep guard = new GuardStep(step);
      if (taken.add(guard.getPattern())) {
        steps.add(guard);
      }
    }
    for (StepDefinition step : List.copyOf(steps)) {
      if (step instanceof PhraseStep phrase) {
        steps.add(new AtOnceStep(phrase, glue.instances));
      }
    }
    return steps;
  }

  /** Gives Cucumber what the other backends do not. */
  void register(Glue cucumber) {
    types.forEach(cucumber::addParameterType);
    steps.stream()
        .filter(step -> step instanceof PhraseStep || step instanceof PrefixedStep)
        .forEach(cucumber::addStepDefinition);
  }

  private StepMatcher matcher(String language) {
    return StepMatcher.of(steps, StepTypes.of(glue, types, Locale.forLanguageTag(language)));
  }

  private List<String> nearest(String text) {
    List<String> expressions =
        steps.stream()
            .filter(step -> !(step instanceof PrefixedStep))
            .map(StepDefinition::getPattern)
            .toList();
    return Similarity.nearest(text, expressions, 3);
  }
}
