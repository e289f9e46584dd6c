package dev.trestle.host.messages;

import java.util.List;

/**
 * How a scenario is run: its steps with the hooks between them.
 *
 * @param id the identity within the run, which is also the one of its Allure result
 * @param pickleId the scenario
 * @param steps steps and hooks in their order
 */
public record TestCase(String id, String pickleId, List<Step> steps) {

  /** Keeps an unmodifiable copy. */
  public TestCase {
    steps = List.copyOf(steps);
  }

  /**
   * A step or a hook.
   *
   * @param id the identity within the run
   * @param hookId the hook, empty for a step of the scenario
   */
  public record Step(String id, String hookId) {

    /** Whether it is a hook and no step of the scenario. */
    public boolean isHook() {
      return !hookId.isEmpty();
    }
  }
}
