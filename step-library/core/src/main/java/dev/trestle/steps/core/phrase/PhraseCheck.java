package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.StepDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks the parts of phrases against all steps there are. */
final class PhraseCheck {

  private final PartLookup lookup;
  private final Function<String, List<String>> suggestions;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Phrase, Map<Phrase, Part>> uses = new LinkedHashMap<>();

  PhraseCheck(PartLookup lookup, Function<String, List<String>> suggestions) {
    this.lookup = lookup;
    this.suggestions = suggestions;
  }

  /** All unknown and ambiguous parts, parts with the wrong argument, and cycles. */
  List<Problem> check(List<Phrase> phrases) {
    for (Phrase phrase : phrases) {
      phrase.parts().forEach(part -> check(phrase, part));
    }
    problems.addAll(Cycles.in(uses));
    return problems;
  }

  private void check(Phrase phrase, Part part) {
    List<StepDefinition> found = lookup.find(phrase, part);
    if (found.isEmpty()) {
      problems.add(
          new Problem(
              "The part '" + part.text() + "' is not a known step.",
              "It belongs to the phrase '" + phrase.expression().written() + "'.",
              part.place(),
              Suggestions.sentence(suggestions.apply(part.text()))));
    } else if (found.size() == 1) {
      argument(phrase, part, found.get(0));
      if (called(found.get(0)) instanceof PhraseStep step) {
        uses.computeIfAbsent(phrase, p -> new LinkedHashMap<>()).putIfAbsent(step.phrase(), part);
      }
    } else if (Placeholders.names(part.text()).isEmpty()) {
      problems.add(
          new Problem(
              "The part '" + part.text() + "' matches " + found.size() + " steps.",
              Suggestions.places(found),
              part.place(),
              "Word one of them differently."));
    }
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
      problems.add(wrong(phrase, part, inner.place().toString(), wanted));
    }
  }

  private void wrongArgument(Phrase phrase, Part part, StepDefinition step, String wanted) {
    problems.add(wrong(phrase, part, step.getLocation(), wanted));
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
