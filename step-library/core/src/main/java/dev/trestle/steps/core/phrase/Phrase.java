package dev.trestle.steps.core.phrase;

import java.util.List;

/**
 * A business step defined by other steps.
 *
 * @param expression its name
 * @param parts its steps, in order
 * @param description what the author wrote below the name
 * @param language the Gherkin language of its file
 * @param origin where its file comes from
 * @param place the line of its name
 */
record Phrase(
    PhraseExpression expression,
    List<Part> parts,
    String description,
    String language,
    Origin origin,
    Place place) {

  /** What a phrase takes from the step that calls it. */
  enum Takes {
    NOTHING,
    TABLE,
    DOC_STRING
  }

  /** What the parts ask for; when they ask for both, which is an error, the table. */
  Takes takes() {
    if (asks(StepArgument.Table.class)) {
      return Takes.TABLE;
    }
    return asks(StepArgument.Text.class) ? Takes.DOC_STRING : Takes.NOTHING;
  }

  private boolean asks(Class<? extends StepArgument> type) {
    return parts.stream()
        .map(Part::argument)
        .anyMatch(argument -> type.isInstance(argument) && argument.asksForCallers());
  }
}
