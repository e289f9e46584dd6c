package dev.trestle.steps.core.phrase;

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
 * @param scope what the parts of the library's phrases mean
 * @param unused problems of phrases that nothing uses so far
 */
record PhraseSet(
    List<Phrase> phrases, List<WrittenType> types, LibraryScope scope, UnusedProblems unused) {

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
    LibraryScope scope = glue.scope.with(all);
    StepTypes stepTypes = stepTypes(glue, own, types);
    List<StepDefinition> steps = Lane.steps(glue, phrases, runningNothing(stepTypes, scope));
    StepMatcher matcher = StepMatcher.of(steps, stepTypes);
    UnusedProblems unused = new UnusedProblems(matcher);
    if (!phrases.isEmpty()) {
      List<String> expressions =
          steps.stream()
              .filter(step -> !(step instanceof PrefixedStep))
              .map(StepDefinition::getPattern)
              .toList();
      PartLookup lookup = new PartLookup(steps, known, matcher, scope);
      problems.addAll(new PhraseCheck(lookup, expressions, unused).check(phrases));
    }
    PhraseSet set = new PhraseSet(List.copyOf(phrases), List.copyOf(types), scope, unused);
    set.requireUsable(problems);
    return set;
  }

  /** Throws what is wrong, and what is wrong with the phrases that the selected features use. */
  void requireUsable(List<Problem> others) {
    List<Problem> problems = new ArrayList<>(others);
    problems.addAll(unused.used());
    if (!problems.isEmpty()) {
      throw new PhrasebookException(problems);
    }
  }

  private static StepTypes stepTypes(
      RecordedGlue glue,
      List<? extends ParameterTypeDefinition> own,
      List<? extends ParameterTypeDefinition> types) {
    List<ParameterTypeDefinition> more = new ArrayList<>(own);
    more.addAll(types);
    return StepTypes.of(glue, more, Locale.ENGLISH);
  }

  /** Nothing runs during the check, so these phrase steps need no runner that finds a step. */
  private static PartRunner runningNothing(StepTypes types, LibraryScope scope) {
    return new PartRunner(language -> StepMatcher.of(List.of(), types), text -> List.of(), scope);
  }
}
