package dev.trestle.steps.core.catalogue;

/**
 * One step that features can use.
 *
 * @param kind whether it is a step in Java or a phrase
 * @param expression the Cucumber expression, or regular expression
 * @param description one sentence, empty when there is none
 * @param example the step as written in a feature, empty when there is none
 * @param artifact the short name of the step artifact; {@code project} for a project's own
 * @param location the Java method, or the phrasebook's {@code file:line}
 */
public record CatalogueEntry(
    Kind kind,
    String expression,
    String description,
    String example,
    String artifact,
    String location) {

  /** How a step is defined. */
  public enum Kind {
    /** A step in Java. */
    STEP,
    /** A phrase in a phrasebook. */
    PHRASE
  }
}
