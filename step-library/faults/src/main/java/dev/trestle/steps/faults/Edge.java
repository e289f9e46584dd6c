package dev.trestle.steps.faults;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.util.List;

/**
 * A connection between two services of the environment.
 *
 * @param consumer who calls
 * @param provider who is called
 */
record Edge(String consumer, String provider) {

  /** What the scenario's own calls come from. */
  private static final String TEST = "test";

  /** The edge between two services that are there. */
  static Edge between(String consumer, String provider, ScenarioScope scope) {
    if (!consumer.equals(TEST)) {
      requireService(consumer, scope);
    }
    requireService(provider, scope);
    return new Edge(consumer, provider);
  }

  static void requireService(String name, ScenarioScope scope) {
    List<String> names = scope.environment().names();
    if (!names.contains(name)) {
      throw StepFailure.of("Service '" + name + "' is unknown.")
          .evidence("Services of the environment: " + String.join(", ", names) + ".")
          .fix("Correct the name in the step, or add the service to the Compose file.");
    }
  }

  @Override
  public String toString() {
    return "'" + consumer + "' to '" + provider + "'";
  }
}
