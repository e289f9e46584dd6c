package dev.trestle.steps.core;

import dev.trestle.steps.core.internal.Locations;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.gherkin.StepType;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestStepStarted;

/** A Cucumber plugin that tells the scenario scope which step runs, for failures' file and line. */
public final class StepPosition implements ConcurrentEventListener {

  /** For Cucumber, which makes plugins by class name. */
  public StepPosition() {}

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestStepStarted.class, StepPosition::started);
  }

  private static void started(TestStepStarted event) {
    ScenarioScope scope = ScenarioScope.orNull();
    if (scope != null && event.getTestStep() instanceof PickleStepTestStep step) {
      if (step.getStep() instanceof Step written) {
        said(scope, written.getType());
      }
      scope.at(Locations.file(step.getUri()) + ":" + step.getStep().getLocation().getLine());
    }
  }

  /** And, But and * go on with what the step before them began. */
  private static void said(ScenarioScope scope, StepType type) {
    if (type.isGivenWhenThen()) {
      scope.keptChecks().outcomes(type == StepType.THEN);
    }
  }
}
