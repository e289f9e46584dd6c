package dev.trestle.steps.core.compare;

import dev.trestle.steps.core.StepFailure;

/** A text that a step looks for in another. */
public final class Part {

  private Part() {}

  /**
   * The text that is looked for, with its names resolved.
   *
   * @throws StepFailure when it is empty: every text contains it, so the step could not fail
   */
  public static String of(String resolved, String written) {
    if (resolved.isEmpty()) {
      throw StepFailure.of("The step looks for an empty text, which every text contains.")
          .evidence(
              written.isEmpty()
                  ? "Nothing stands between its quotes."
                  : "'" + written + "' is empty here.")
          .fix("Write the text to look for, or find out why the value is empty.");
    }
    return resolved;
  }
}
