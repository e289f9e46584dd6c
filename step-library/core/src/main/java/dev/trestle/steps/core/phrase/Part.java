package dev.trestle.steps.core.phrase;

/**
 * One step of a phrase, with {@code <name>} places not yet filled.
 *
 * @param keyword such as {@code When}, empty for {@code *}
 * @param text the step's text
 * @param argument what stands below it
 * @param place where it is written
 */
record Part(String keyword, String text, StepArgument argument, Place place) {

  /** The part as it stands in reports, with its text filled in. */
  String title(String filled) {
    return keyword.isEmpty() ? filled : keyword + " " + filled;
  }
}
