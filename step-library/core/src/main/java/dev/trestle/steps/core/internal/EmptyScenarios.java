package dev.trestle.steps.core.internal;

import io.cucumber.plugin.event.TestCase;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios without steps. Cucumber says that they passed, and runs no hook for them, although
 * nothing was tested.
 */
public final class EmptyScenarios {

  private EmptyScenarios() {}

  /** Why such a scenario is red, as the host says it too; null for a scenario that has steps. */
  public static @Nullable String problem(TestCase scenario) {
    return scenario.getTestSteps().isEmpty()
        ? "The scenario '%s' has no steps.\nIt tests nothing, so it cannot pass.\n"
                .formatted(scenario.getName())
            + "Look at %s:%d.\nWrite its steps, or remove it."
                .formatted(Locations.file(scenario.getUri()), scenario.getLocation().getLine())
        : null;
  }
}
