package dev.trestle.steps.core;

import dev.trestle.steps.core.internal.AloneSteps;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import java.util.List;

/**
 * A Cucumber plugin that knows before a scenario's first hook whether it has to run alone, and
 * whether it has steps. Cucumber calls its plugins on the scenario's thread, but none of them may
 * wait or fail there: the hook does.
 */
public final class AloneScenarios implements ConcurrentEventListener {

  private static final ThreadLocal<Boolean> STARTING = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> EMPTY = new ThreadLocal<>();

  /** For Cucumber, which makes plugins by class name. */
  public AloneScenarios() {}

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, event -> starting(event.getTestCase()));
  }

  private static void starting(TestCase scenario) {
    STARTING.set(isAlone(scenario));
    EMPTY.set(scenario.getTestSteps().stream().noneMatch(PickleStepTestStep.class::isInstance));
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

  /** Whether the scenario that starts on this thread has no steps. */
  static boolean isEmpty() {
    return Boolean.TRUE.equals(EMPTY.get());
  }
}
