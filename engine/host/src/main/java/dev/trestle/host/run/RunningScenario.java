package dev.trestle.host.run;

import dev.trestle.host.messages.Pickle;
import dev.trestle.host.messages.StepEnd;
import dev.trestle.host.messages.TestCase;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was heard of an attempt of a scenario since it began. */
final class RunningScenario {

  private final String id;
  private final Pickle pickle;
  private final TestCase testCase;
  private final long began;
  private final Map<String, String> hooks;
  private final Map<String, Status> statuses = new HashMap<>();
  private final Map<String, String> explanations = new HashMap<>();
  private @Nullable StepEnd worst;
  private boolean triedAgain;

  RunningScenario(
      String id, Pickle pickle, TestCase testCase, long began, Map<String, String> hooks) {
    this.id = id;
    this.pickle = pickle;
    this.testCase = testCase;
    this.began = began;
    this.hooks = hooks;
  }

  /** The identity from run to run. */
  String id() {
    return id;
  }

  Pickle pickle() {
    return pickle;
  }

  TestCase testCase() {
    return testCase;
  }

  void explained(String stepId, String text) {
    explanations.putIfAbsent(stepId, text);
  }

  void stepFinished(StepEnd end) {
    statuses.put(end.stepId(), end.status());
    if (worst == null || end.status().compareTo(worst.status()) > 0) {
      worst = end;
    }
  }

  /** The step that was running, or was to run next, failed with the scenario. */
  void broken(String startedId, String message) {
    String running =
        testCase.steps().stream()
            .map(TestCase.Step::id)
            .filter(id -> !statuses.containsKey(id))
            .findFirst()
            .orElse("");
    stepFinished(new StepEnd(startedId, running, Status.FAILED, message, null));
  }

  /** This attempt ended, and another one is to follow. */
  void tryAgain() {
    triedAgain = true;
  }

  /** Whether this attempt of a scenario ended and another one was to follow. */
  boolean isTriedAgain(String pickleId) {
    return triedAgain && testCase.pickleId().equals(pickleId);
  }

  /** Whether there is a result of each step and hook, and there is at least one. */
  boolean isComplete() {
    return !statuses.isEmpty()
        && testCase.steps().stream().allMatch(step -> statuses.containsKey(step.id()));
  }

  /** The first of the steps that went worst, or null when there was none. */
  @Nullable StepEnd worst() {
    return worst;
  }

  long millisUntil(long nanos) {
    return Math.max(0, (nanos - began) / 1_000_000);
  }

  /** Keyword and text of a step, or the name of a hook. */
  @Nullable String text(String stepId) {
    int step = 0;
    for (TestCase.Step next : testCase.steps()) {
      if (next.id().equals(stepId)) {
        return next.isHook() ? "hook " + hooks.getOrDefault(next.hookId(), "") : step(step);
      }
      step += next.isHook() ? 0 : 1;
    }
    return null;
  }

  /** A step's explanation, or null for none. */
  @Nullable String explanation(String stepId) {
    return explanations.get(stepId);
  }

  /** The status of each step that ended, by keyword and text; hooks are left out. */
  List<Map.Entry<String, Status>> steps() {
    List<Map.Entry<String, Status>> steps = new ArrayList<>();
    int number = 0;
    for (TestCase.Step step : testCase.steps()) {
      if (!step.isHook()) {
        Status status = statuses.get(step.id());
        if (status != null) {
          steps.add(Map.entry(step(number), status));
        }
        number++;
      }
    }
    return steps;
  }

  /** Cucumber's test cases have the steps of their scenario in its order. */
  private String step(int number) {
    return number < pickle.steps().size() ? pickle.steps().get(number) : "";
  }
}
