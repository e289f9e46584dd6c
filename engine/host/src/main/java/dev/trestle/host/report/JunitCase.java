package dev.trestle.host.report;

import dev.trestle.protocol.ScenarioResult.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as JUnit XML knows it.
 *
 * @param className the feature's name
 * @param name the scenario's name with those above it
 * @param millis how long it took in milliseconds
 * @param status how it ended
 * @param problem why it did not pass, or null when it did
 * @param steps the steps that ran or were skipped
 */
public record JunitCase(
    String className,
    String name,
    long millis,
    Status status,
    @Nullable Problem problem,
    List<Step> steps) {

  /** Keeps an unmodifiable copy. */
  public JunitCase {
    steps = List.copyOf(steps);
  }

  /**
   * Why a scenario did not pass.
   *
   * @param type the exception's class, or null
   * @param message the exception's message, or null
   * @param text the stack trace or whatever else there is, or null
   */
  public record Problem(@Nullable String type, @Nullable String message, @Nullable String text) {}

  /**
   * A step.
   *
   * @param text keyword and text
   * @param status how it ended, in lower case
   */
  public record Step(String text, String status) {}
}
