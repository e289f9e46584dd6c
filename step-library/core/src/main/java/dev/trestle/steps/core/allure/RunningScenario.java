package dev.trestle.steps.core.allure;

import dev.trestle.steps.core.internal.EmptyScenarios;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.qameta.allure.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What Cucumber said of a scenario that Allure does not pass on; for Allure's listeners. */
final class RunningScenario {

  /** Static, because Allure makes its listeners itself, one for each kind of event. */
  private static final Map<String, RunningScenario> RUNNING = new ConcurrentHashMap<>();

  private static final ThreadLocal<@Nullable RunningScenario> CURRENT = new ThreadLocal<>();

  private final ScenarioIds ids;
  private final List<String> tags;
  private final List<Attachment> evidence = new ArrayList<>();
  private final List<String> undefined = new ArrayList<>();
  private @Nullable StepTable table;
  private @Nullable Status status;
  private @Nullable String empty;
  private @Nullable Status stepStatus;
  private @Nullable String noted;

  private RunningScenario(ScenarioIds ids, List<String> tags) {
    this.ids = ids;
    this.tags = List.copyOf(tags);
  }

  static void start(String uuid, ScenarioIds ids, List<String> tags) {
    RunningScenario scenario = new RunningScenario(ids, tags);
    RUNNING.put(uuid, scenario);
    CURRENT.set(scenario);
  }

  static void finish(String uuid) {
    RUNNING.remove(uuid);
    CURRENT.remove();
  }

  /** The scenario of an Allure result, or null when it is not one of Trestle's. */
  static @Nullable RunningScenario of(@Nullable String uuid) {
    return uuid == null ? null : RUNNING.get(uuid);
  }

  /** The scenario on this thread. */
  static @Nullable RunningScenario current() {
    return CURRENT.get();
  }

  void stepStarted(StepTable shown) {
    table = shown.isPairs() ? shown : null;
  }

  /** The table of the step that begins, once: its parts begin steps too. */
  @Nullable StepTable takeTable() {
    StepTable taken = table;
    table = null;
    return taken;
  }

  void stepFinished(PickleStepTestStep step, Result result, @Nullable String explanation) {
    stepStatus = result.getStatus();
    if (result.getStatus() == Status.UNDEFINED) {
      String plain = "Step '" + step.getStep().getText() + "' is undefined.";
      undefined.add(explanation == null ? plain : explanation);
    }
  }

  /** The failed step's message with the faults in force, or null when there is none to name. */
  void noted(@Nullable String message) {
    noted = message;
  }

  @Nullable String noted() {
    return noted;
  }

  /** The step's status is Allure's business no more. */
  void stepLeft() {
    stepStatus = null;
  }

  void finished(TestCase scenario, Result result) {
    status = result.getStatus();
    empty = EmptyScenarios.problem(scenario);
  }

  /** Why the scenario is red although Cucumber says that it passed, or null when it has steps. */
  @Nullable String empty() {
    return empty;
  }

  void addEvidence(List<Attachment> attachments) {
    evidence.addAll(attachments);
  }

  ScenarioIds ids() {
    return ids;
  }

  List<String> tags() {
    return tags;
  }

  List<Attachment> evidence() {
    return evidence;
  }

  @Nullable Status status() {
    return status;
  }

  @Nullable Status stepStatus() {
    return stepStatus;
  }

  /** What to say of each undefined step so far, in order. */
  List<String> undefined() {
    return undefined;
  }
}
