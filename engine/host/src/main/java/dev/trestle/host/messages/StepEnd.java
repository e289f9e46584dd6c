package dev.trestle.host.messages;

import dev.trestle.protocol.ScenarioResult.Status;
import org.jspecify.annotations.Nullable;

/**
 * How a step or a hook went.
 *
 * @param startedId the attempt of the scenario
 * @param stepId the step
 * @param status how it ended
 * @param message what Cucumber says about it, or null
 * @param thrown what was thrown, or null
 */
public record StepEnd(
    String startedId,
    String stepId,
    Status status,
    @Nullable String message,
    @Nullable Thrown thrown) {

  /**
   * What was thrown.
   *
   * @param type the exception's class
   * @param message its message, or null
   * @param stackTrace its stack trace, or null
   */
  public record Thrown(String type, @Nullable String message, @Nullable String stackTrace) {}
}
