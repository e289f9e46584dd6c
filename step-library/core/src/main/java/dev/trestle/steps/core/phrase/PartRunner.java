package dev.trestle.steps.core.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Runs the parts of phrases on one lane, and those of copies on their threads. */
final class PartRunner {

  private final Function<String, StepMatcher> matchers;
  private final Function<String, List<String>> suggestions;
  private final LibraryScope scope;
  private final Map<String, StepMatcher> byLanguage = new ConcurrentHashMap<>();

  /** By thread, since copies of a phrase run at once. */
  private final ThreadLocal<List<Phrase>> phrases = ThreadLocal.withInitial(ArrayList::new);

  /**
   * A runner of parts.
   *
   * @param matchers the lane's matcher for a language, made once a language
   * @param suggestions the steps nearest to a text
   * @param scope what the parts of the library's phrases mean
   */
  PartRunner(
      Function<String, StepMatcher> matchers,
      Function<String, List<String>> suggestions,
      LibraryScope scope) {
    this.matchers = matchers;
    this.suggestions = suggestions;
    this.scope = scope;
  }

  /** Runs a phrase's parts with their values; the first that fails ends it. */
  void run(Phrase phrase, Map<String, String> values, StepArgument callers) throws Throwable {
    List<Phrase> running = phrases.get();
    if (running.contains(phrase)) {
      throw PhraseError.definite(
          "The phrase '" + phrase.expression().written() + "' uses itself.", null);
    }
    running.add(phrase);
    int reached = 0;
    try {
      for (Part part : phrase.parts()) {
        reached++;
        run(phrase, part, values, callers);
      }
    } finally {
      running.remove(running.size() - 1);
      for (Part part : phrase.parts().subList(reached, phrase.parts().size())) {
        AllureParts.skipped(part.title(Placeholders.fillStep(part.text(), values)));
      }
    }
  }

  private void run(Phrase phrase, Part part, Map<String, String> values, StepArgument callers)
      throws Throwable {
    String text = Placeholders.fillStep(part.text(), values);
    StepArgument argument = part.argument().fill(values, callers);
    AllureParts.step(
        part.title(text),
        argument,
        () -> {
          try {
            StepCall.run(match(phrase, text), argument);
          } catch (Throwable failure) {
            throw placed(failure, part, text);
          }
        });
  }

  private StepMatcher.Match match(Phrase phrase, String text) {
    StepMatcher matcher = byLanguage.computeIfAbsent(phrase.language(), matchers);
    List<StepMatcher.Match> matches =
        scope.meant(phrase, matcher.matches(text), StepMatcher.Match::step);
    if (matches.size() == 1) {
      return matches.get(0);
    }
    if (matches.isEmpty()) {
      throw PhraseError.definite(
          "'" + text + "' is not a known step.\n" + Suggestions.sentence(suggestions.apply(text)),
          null);
    }
    throw PhraseError.definite(
        "'"
            + text
            + "' matches "
            + matches.size()
            + " steps:\n"
            + Suggestions.places(matches.stream().map(StepMatcher.Match::step).toList())
            + "\n"
            + Suggestions.AMBIGUOUS,
        null);
  }

  private static Throwable placed(Throwable failure, Part part, String text) {
    if (Signals.isSignal(failure)) {
      return failure;
    }
    boolean placed = failure instanceof Told told && told.placed();
    Throwable told =
        placed
            ? failure
            : Told.of(
                failure,
                Told.message(failure)
                    + "\nIn the phrasebook: '"
                    + part.title(text)
                    + "' ("
                    + part.place()
                    + ").",
                true);
    Traces.append(told, part.title(text), part.place());
    return told;
  }
}
