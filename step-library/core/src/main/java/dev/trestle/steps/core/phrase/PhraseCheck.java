package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.catalogue.AbsentStep;
import dev.trestle.steps.core.catalogue.Similarity;
import dev.trestle.steps.core.catalogue.StepsIndex;
import io.cucumber.core.backend.StepDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks the parts of phrases against all steps there are. */
final class PhraseCheck {

  private final PartLookup lookup;
  private final Function<String, List<String>> suggestions;
  private final UnusedProblems unused;
  private final StepsIndex index;
  private final Set<String> known;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Phrase, Map<Phrase, Part>> uses = new LinkedHashMap<>();

  /**
   * A check.
   *
   * @param lookup finds what parts may mean
   * @param known the expressions of all steps
   * @param unused takes what matters only where a feature uses the phrase
   */
  PhraseCheck(PartLookup lookup, List<String> known, UnusedProblems unused) {
    this.lookup = lookup;
    this.known = Set.copyOf(known);
    this.suggestions = text -> Similarity.nearest(text, known, 3);
    this.unused = unused;
    this.index = StepsIndex.read();
  }

  /** All unknown parts, parts with the wrong argument, and cycles. */
  List<Problem> check(List<Phrase> phrases) {
    for (Phrase phrase : phrases) {
      phrase.parts().forEach(part -> check(phrase, part));
    }
    problems.addAll(Cycles.in(uses));
    return problems;
  }

  private void check(Phrase phrase, Part part) {
    List<StepDefinition> found = lookup.find(phrase, part);
    unused.mentions(phrase, found);
    if (found.isEmpty()) {
      report(phrase, unknown(phrase, part));
    } else if (found.size() == 1) {
      argument(phrase, part, found.get(0));
      if (called(found.get(0)) instanceof PhraseStep step) {
        uses.computeIfAbsent(phrase, p -> new LinkedHashMap<>()).putIfAbsent(step.phrase(), part);
      }
    } else if (Placeholders.names(part.text()).isEmpty()) {
      unused.add(
          phrase,
          new Problem(
              "The part '" + part.text() + "' matches " + found.size() + " steps.",
              Suggestions.places(found),
              part.place(),
              Suggestions.AMBIGUOUS));
    }
  }

  private void report(Phrase phrase, Problem problem) {
    if (phrase.origin().library()) {
      unused.add(phrase, problem);
    } else {
      problems.add(problem);
    }
  }

  private Problem unknown(Phrase phrase, Part part) {
    String what = "The part '" + part.text() + "' is not a known step.";
    String evidence = "It belongs to the phrase '" + phrase.expression().written() + "'.";
    Optional<AbsentStep> absent =
        index.find(
            PartLookup.sampled(phrase, part).replaceFirst("^within [^,]{1,20}, ", ""),
            step -> !known.contains(step.expression()));
    if (absent.isPresent()) {
      return new Problem(
          what,
          evidence
              + ("\nThe step '" + absent.get().expression() + "' is in ")
              + (absent.get().artifact() + ", which is not on the class path."),
          part.place(),
          "Add to the project's dependencies:\n" + absent.get().dependency());
    }
    return new Problem(
        what, evidence, part.place(), Suggestions.sentence(suggestions.apply(part.text())));
  }

  private static StepDefinition called(StepDefinition step) {
    return step instanceof PrefixedStep prefixed ? prefixed.inner() : step;
  }

  private void argument(Phrase phrase, Part part, StepDefinition step) {
    if (PhraseExpression.isRegularExpression(step.getPattern())) {
      return;
    }
    int surplus = step.parameterInfos().size() - PhraseExpression.count(step.getPattern());
    if (called(step) instanceof PhraseStep inner) {
      argumentOfPhrase(phrase, part, inner.phrase());
    } else if (surplus == 1 && part.argument() instanceof StepArgument.None) {
      wrongArgument(phrase, part, step, "a table or a doc string");
    } else if (surplus == 0 && !(part.argument() instanceof StepArgument.None)) {
      wrongArgument(phrase, part, step, StepArgument.NONE.label());
    }
  }

  private void argumentOfPhrase(Phrase phrase, Part part, Phrase inner) {
    boolean right =
        switch (inner.takes()) {
          case NOTHING -> part.argument() instanceof StepArgument.None;
          case TABLE -> part.argument() instanceof StepArgument.Table;
          case DOC_STRING -> part.argument() instanceof StepArgument.Text;
        };
    if (!right) {
      String wanted =
          switch (inner.takes()) {
            case NOTHING -> StepArgument.NONE.label();
            case TABLE -> "a table";
            case DOC_STRING -> "a doc string";
          };
      report(phrase, wrong(phrase, part, inner.place().toString(), wanted));
    }
  }

  private void wrongArgument(Phrase phrase, Part part, StepDefinition step, String wanted) {
    report(phrase, wrong(phrase, part, step.getLocation(), wanted));
  }

  private static Problem wrong(Phrase phrase, Part part, String definedAt, String wanted) {
    return new Problem(
        "The part '"
            + part.text()
            + "' of the phrase '"
            + phrase.expression().written()
            + "' has "
            + part.argument().label()
            + ".",
        "The step takes " + wanted + ": " + definedAt + ".",
        part.place(),
        "Write below the part what the step takes.");
  }
}
