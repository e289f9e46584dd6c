package dev.trestle.steps.core.allure;

import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.steps.core.FaultNotes;
import dev.trestle.steps.core.internal.Locations;
import dev.trestle.steps.core.internal.RunningRun;
import dev.trestle.steps.core.internal.TraceIds;
import dev.trestle.steps.core.internal.UndefinedSteps;
import io.cucumber.messages.types.Envelope;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import io.qameta.allure.Allure;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import java.util.List;

/**
 * A Cucumber plugin around Allure's own, which tells Allure's listeners beforehand what they need
 * to know.
 */
public final class AllurePlugin implements ConcurrentEventListener {

  private final AllureCucumber7Jvm allure = new AllureCucumber7Jvm(Allure.getLifecycle());
  private final UndefinedSteps undefined = RunningRun.current().undefinedSteps();
  private final Features features = new Features();

  /** For Cucumber, which makes plugins by class name. */
  public AllurePlugin() {}

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(Envelope.class, features::learn);
    publisher.registerHandlerFor(TestCaseStarted.class, this::started);
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, AllurePlugin::finished);
    publisher.registerHandlerFor(TestStepStarted.class, AllurePlugin::stepStarted);
    allure.setEventPublisher(new WithoutTables(new WithoutEmptyExamples(publisher)));
    publisher.registerHandlerFor(TestStepFinished.class, event -> stepLeft());
    publisher.registerHandlerFor(
        TestCaseFinished.class, event -> RunningScenario.finish(uuid(event.getTestCase())));
  }

  private void started(TestCaseStarted event) {
    TestCase scenario = event.getTestCase();
    ScenarioIds ids =
        features
            .ids(scenario.getUri(), scenario.getLocation().getLine())
            .orElseGet(() -> plain(scenario));
    RunningScenario.start(uuid(scenario), ids, scenario.getTags());
    TraceIds.starting(ids.historyId());
  }

  private static ScenarioIds plain(TestCase scenario) {
    String file = Locations.file(scenario.getUri());
    String identity = ScenarioIdentity.of(file, "", scenario.getName(), List.of());
    return ScenarioIds.of(identity, file, "", scenario.getName());
  }

  private static void stepStarted(TestStepStarted event) {
    RunningScenario running = RunningScenario.current();
    if (running != null && event.getTestStep() instanceof PickleStepTestStep step) {
      running.stepStarted(WithoutTables.table(step));
    }
  }

  private void stepFinished(TestStepFinished event) {
    RunningScenario running = RunningScenario.current();
    if (running != null && event.getTestStep() instanceof PickleStepTestStep step) {
      String explanation = undefined.explanation(step.getId().toString());
      running.stepFinished(step, event.getResult(), explanation);
      Throwable error = event.getResult().getError();
      if (event.getResult().getStatus() == Status.FAILED && error != null) {
        running.noted(
            FaultNotes.added(step.getId().toString(), String.valueOf(error.getMessage())));
      }
    }
  }

  private static void stepLeft() {
    RunningScenario running = RunningScenario.current();
    if (running != null) {
      running.stepLeft();
    }
  }

  private static void finished(TestCaseFinished event) {
    RunningScenario running = RunningScenario.current();
    if (running != null) {
      running.finished(event.getTestCase(), event.getResult());
    }
  }

  private static String uuid(TestCase scenario) {
    return scenario.getId().toString();
  }
}
