package dev.trestle.steps.core;

import dev.trestle.steps.core.internal.AloneSteps;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import java.util.List;

/**
 * A Cucumber plugin that tells before a scenario's first hook whether it has to run alone. Cucumber
 * tells its plugins on the scenario's thread, but none of them may wait there: the hook does.
 */
public final class AloneScenarios implements ConcurrentEventListener {

  private static final ThreadLocal<Boolean> STARTING = new ThreadLocal<>();

  /** For Cucumber, which makes plugins by class name. */
  public AloneScenarios() {}

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestCaseStarted.class, event -> STARTING.set(isAlone(event.getTestCase())));
  }

  private static boolean isAlone(TestCase scenario) {
    List<String> steps =
        scenario.getTestSteps().stream()
            .filter(PickleStepTestStep.class::isInstance)
            .map(step -> ((PickleStepTestStep) step).getStep().getText())
            .toList();
    return AloneSteps.isAmong(scenario.getTags(), steps);
  }

  /** Whether the scenario that starts on this thread has to run alone. */
  static boolean isStarting() {
    return Boolean.TRUE.equals(STARTING.get());
  }
}
