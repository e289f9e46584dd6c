package dev.trestle.protocol;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one scenario went.
 *
 * @param id the identity for history: file, rule, name and example values, never a line
 * @param feature the feature's name
 * @param name the scenario's name
 * @param location {@code file.feature:line}
 * @param status the worst status of its steps
 * @param millis how long it took in milliseconds
 * @param step the text of the step that failed, or null
 * @param message the failure's message, or null
 */
public record ScenarioResult(
    String id,
    String feature,
    String name,
    String location,
    Status status,
    long millis,
    @Nullable String step,
    @Nullable String message) {

  /** The states of a scenario when the run is over; each planned scenario has exactly one. */
  public enum Status {
    /** All steps passed. */
    PASSED,
    /** Nothing failed, something was skipped. */
    SKIPPED,
    /** A step says that it is not written yet. */
    PENDING,
    /** A step matches no definition. */
    UNDEFINED,
    /** A step matches several definitions. */
    AMBIGUOUS,
    /** A step or hook failed. */
    FAILED,
    /** The scenario was planned and has no result. */
    NOT_RUN;

    /** Whether a scenario with this status fails the build. */
    public boolean isRed() {
      return this != PASSED && this != SKIPPED;
    }

    /** The status as people read it, such as {@code not run}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
