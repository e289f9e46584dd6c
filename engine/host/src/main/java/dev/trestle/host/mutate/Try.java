package dev.trestle.host.mutate;

/**
 * A mutant in one scenario.
 *
 * @param scenario the scenario's identity
 * @param result what came of it
 * @param step the step that failed, empty for none
 * @param message the beginning of its message, empty for none
 */
record Try(String scenario, Result result, String step, String message) {

  /** What can come of it. */
  enum Result {
    /** The answer was changed, and the scenario failed. */
    KILLED,
    /** The answer was changed, and the scenario took longer than its bound. */
    TIMED_OUT,
    /** The answer was changed, and the scenario passed. */
    PASSED,
    /** Nothing was changed. */
    NOT_APPLIED,
    /** The provider was not asked at all, as when a consumer keeps an earlier answer. */
    NOT_CALLED,
    /** The scenario did not pass although nothing was changed, or did not run: it tells nothing. */
    UNCLEAR
  }

  boolean isDetected() {
    return result == Result.KILLED || result == Result.TIMED_OUT;
  }
}
