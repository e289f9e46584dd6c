package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.StepDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Problems of phrases that matter only where a feature uses the phrase, itself or through others:
 * ambiguous parts, and whatever is wrong with a phrase of the library, which is not the project's
 * to correct.
 */
final class UnusedProblems {

  private final Map<Phrase, List<Problem>> problems = new LinkedHashMap<>();
  private final Map<Phrase, Set<Phrase>> mentioned = new LinkedHashMap<>();
  private final StepMatcher matcher;

  UnusedProblems(StepMatcher matcher) {
    this.matcher = matcher;
  }

  void add(Phrase phrase, Problem problem) {
    problems.computeIfAbsent(phrase, p -> new ArrayList<>()).add(problem);
  }

  /** Takes note of the phrases that a part of a phrase may be. */
  void mentions(Phrase phrase, List<StepDefinition> steps) {
    mentioned.computeIfAbsent(phrase, p -> new LinkedHashSet<>()).addAll(phrases(steps));
  }

  /** The problems of the phrases that the selected features use. */
  List<Problem> used() {
    if (problems.isEmpty()) {
      return List.of();
    }
    Set<Phrase> used = new LinkedHashSet<>();
    Deque<Phrase> open = new ArrayDeque<>();
    for (String text : FeatureTexts.current()) {
      open.addAll(phrases(matcher.matches(text).stream().map(StepMatcher.Match::step).toList()));
    }
    while (!open.isEmpty()) {
      Phrase phrase = open.pop();
      if (used.add(phrase)) {
        open.addAll(mentioned.getOrDefault(phrase, Set.of()));
      }
    }
    List<Problem> found = new ArrayList<>();
    problems.forEach((phrase, its) -> found.addAll(used.contains(phrase) ? its : List.of()));
    return found;
  }

  private static List<Phrase> phrases(List<StepDefinition> steps) {
    List<Phrase> phrases = new ArrayList<>();
    for (StepDefinition step : steps) {
      StepDefinition called = step instanceof PrefixedStep prefixed ? prefixed.inner() : step;
      if (called instanceof PhraseStep phrase) {
        phrases.add(phrase.phrase());
      }
    }
    return phrases;
  }
}
