package dev.trestle.steps.core;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The exact counts that a scenario expected. One that was right when its step looked may be wrong
 * later, such as when a mail comes twice, so each is looked at again at the scenario's end.
 */
public final class ExactCounts {

  private final Map<String, Expectation> expected = new LinkedHashMap<>();

  private record Expectation(String where, Check check) {}

  private ExactCounts() {}

  /** Looks whether a count is still right. */
  @FunctionalInterface
  public interface Check {

    /** Throws a {@link StepFailure} when it is not. */
    void run();
  }

  /**
   * Has a count looked at again at the scenario's end, after its step has passed. A later step
   * about the same takes the place of an earlier one.
   *
   * @param what the same for the same things that are counted
   */
  public static void keep(ScenarioScope scope, String what, Check check) {
    ExactCounts counts =
        scope.state(
            ExactCounts.class,
            () -> {
              ExactCounts first = new ExactCounts();
              scope.onEnd("look again at what was counted", first::lookAgain);
              return first;
            });
    synchronized (counts.expected) {
      counts.expected.remove(what);
      counts.expected.put(what, new Expectation(scope.where(), check));
    }
  }

  private void lookAgain() {
    synchronized (expected) {
      for (Expectation expectation : expected.values()) {
        try {
          expectation.check().run();
        } catch (StepFailure e) {
          throw StepFailure.of("What a step counted changed until the scenario's end.")
              .evidence(e.getMessage())
              .look("Look at " + expectation.where() + ", which had passed.")
              .fix("Find out what came later; when it is right, count at the end of the scenario.")
              .causedBy(e);
        }
      }
    }
  }
}
