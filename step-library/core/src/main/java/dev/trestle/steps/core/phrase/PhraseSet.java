package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.catalogue.Similarity;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.StepDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The phrases in force, checked, with the types of their parameters; shared by all lanes.
 *
 * @param phrases in order
 * @param types one for each name and type
 */
record PhraseSet(List<Phrase> phrases, List<WrittenType> types) {

  /** Parses, lays over each other and checks all phrasebooks; throws all their problems at once. */
  static PhraseSet load(
      List<PhrasebookSource> sources,
      List<Problem> unreadable,
      RecordedGlue glue,
      List<? extends ParameterTypeDefinition> own) {
    List<Problem> problems = new ArrayList<>(unreadable);
    List<Phrase> all = new ArrayList<>();
    for (PhrasebookSource source : sources) {
      PhrasebookParser.Parsed parsed = PhrasebookParser.parse(source);
      all.addAll(parsed.phrases());
      problems.addAll(parsed.problems());
    }
    List<Phrase> phrases = PhraseLayers.lay(all, problems);
    List<ParameterTypeDefinition> defined = new ArrayList<>(glue.parameterTypes);
    defined.addAll(own);
    PhraseTypes known = new PhraseTypes(StepTypes.of(glue, own, Locale.ENGLISH), defined);
    List<WrittenType> types = known.of(phrases, problems);
    PhraseSet set = new PhraseSet(List.copyOf(phrases), List.copyOf(types));
    if (!phrases.isEmpty()) {
      problems.addAll(set.check(glue, own, known));
    }
    if (!problems.isEmpty()) {
      throw new PhrasebookException(problems);
    }
    return set;
  }

  private List<Problem> check(
      RecordedGlue glue, List<? extends ParameterTypeDefinition> own, PhraseTypes known) {
    List<ParameterTypeDefinition> more = new ArrayList<>(own);
    more.addAll(types);
    StepTypes stepTypes = StepTypes.of(glue, more, Locale.ENGLISH);
    // Nothing runs during the check, so these phrase steps need no runner that finds a step.
    PartRunner none =
        new PartRunner(language -> StepMatcher.of(List.of(), stepTypes), text -> List.of());
    List<StepDefinition> steps = Lane.steps(glue, phrases, none);
    List<String> expressions =
        steps.stream()
            .filter(step -> !(step instanceof PrefixedStep))
            .map(StepDefinition::getPattern)
            .toList();
    PartLookup lookup = new PartLookup(steps, known, StepMatcher.of(steps, stepTypes));
    return new PhraseCheck(lookup, text -> Similarity.nearest(text, expressions, 3)).check(phrases);
  }
}
