package dev.trestle.steps.core.allure;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.internal.HookNames;
import io.qameta.allure.listener.FixtureLifecycleListener;
import io.qameta.allure.listener.StepLifecycleListener;
import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.FixtureResult;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Completes what Allure's Cucumber plugin leaves out: identities without line numbers, labels from
 * tags, a red status for what fails the build, no secrets in messages. Found by Allure through
 * {@link java.util.ServiceLoader}; it leaves results alone that are not of Trestle's runs.
 */
public final class AllureListener
    implements TestLifecycleListener, StepLifecycleListener, FixtureLifecycleListener {

  private static final StatusDetails NOTHING = new StatusDetails();

  /** For {@link java.util.ServiceLoader}. */
  public AllureListener() {}

  @Override
  public void beforeTestSchedule(TestResult result) {
    RunningScenario running = RunningScenario.of(result.getUuid());
    if (running != null) {
      result.setTestCaseId(running.ids().testCaseId());
      result.setHistoryId(running.ids().historyId());
      Labels.apply(result, running.tags(), running.ids().rule());
    }
  }

  @Override
  public void beforeTestStop(TestResult result) {
    RunningScenario running = RunningScenario.of(result.getUuid());
    if (running == null) {
      return;
    }
    result.getAttachments().addAll(running.evidence());
    result.setStatus(status(result.getStatus(), running.status()));
    result.setStatusDetails(details(result.getStatusDetails(), said(running, running.undefined())));
    if (running.empty() != null) {
      result.setStatus(Status.FAILED);
      result.setStatusDetails(new StatusDetails().setMessage(running.empty()));
    }
  }

  @Override
  public void beforeStepStart(StepResult result) {
    RunningScenario running = RunningScenario.current();
    StepTable table = running == null ? null : running.takeTable();
    if (table != null) {
      result.setParameters(table.parameters());
    }
  }

  @Override
  public void beforeStepStop(StepResult result) {
    RunningScenario running = RunningScenario.current();
    if (running == null || running.stepStatus() == null) {
      return;
    }
    boolean undefined = running.stepStatus() == io.cucumber.plugin.event.Status.UNDEFINED;
    List<String> said = running.undefined();
    result.setStatus(status(result.getStatus(), running.stepStatus()));
    result.setStatusDetails(
        details(
            result.getStatusDetails(),
            undefined
                ? said.subList(said.size() - 1, said.size())
                : running.stepStatus() == io.cucumber.plugin.event.Status.FAILED
                    ? said(running, List.of())
                    : List.of()));
  }

  /**
   * What is said in place of a result's own message: of undefined steps, else of the failed one.
   */
  private static List<String> said(RunningScenario running, List<String> undefined) {
    String noted = running.noted();
    return undefined.isEmpty() && noted != null ? List.of(noted) : undefined;
  }

  /** A reader looks for evidence at the scenario, not in the folded tear-down. */
  @Override
  public void beforeFixtureStop(FixtureResult result) {
    RunningScenario running = RunningScenario.current();
    if (running != null && HookNames.END.equals(result.getName())) {
      running.addEvidence(result.getAttachments());
      result.setAttachments(new ArrayList<>());
    }
  }

  /** Pending, undefined and ambiguous fail the build, but are skipped or unknown to Allure. */
  private static @Nullable Status status(
      @Nullable Status allure, io.cucumber.plugin.event.@Nullable Status cucumber) {
    if (cucumber == null) {
      return allure;
    }
    return switch (cucumber) {
      case PENDING, UNDEFINED, AMBIGUOUS -> Status.BROKEN;
      default -> allure;
    };
  }

  /** Most steps passed, and of these there is nothing to say. */
  private static @Nullable StatusDetails details(
      @Nullable StatusDetails given, List<String> undefined) {
    if (undefined.isEmpty() && (given == null || given.equals(NOTHING))) {
      return null;
    }
    StatusDetails details = given == null ? new StatusDetails() : given;
    if (!undefined.isEmpty()) {
      details.setMessage(String.join("\n", undefined));
    }
    return details.setMessage(masked(details.getMessage())).setTrace(masked(details.getTrace()));
  }

  private static @Nullable String masked(@Nullable String text) {
    return text == null ? null : Secrets.mask(text);
  }
}
