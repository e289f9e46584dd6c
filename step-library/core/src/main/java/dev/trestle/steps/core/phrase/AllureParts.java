package dev.trestle.steps.core.phrase;

import dev.trestle.steps.core.allure.StepTable;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.util.ResultsUtils;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Shows the parts of phrases as nested steps in Allure; does nothing when no Allure test runs. */
final class AllureParts {

  private AllureParts() {}

  /** What a step does. */
  interface Action {
    void run() throws Throwable;
  }

  /** Runs an action as a nested step. */
  static void step(String name, StepArgument argument, Action action) throws Throwable {
    AllureLifecycle lifecycle = Allure.getLifecycle();
    if (lifecycle.getCurrentTestCaseOrStep().isEmpty()) {
      action.run();
      return;
    }
    String uuid = UUID.randomUUID().toString();
    lifecycle.startStep(uuid, new StepResult().setName(name).setParameters(parameters(argument)));
    attach(lifecycle, argument);
    finish(lifecycle, uuid, action);
  }

  /** Runs an action on another thread than its parent step's; without a parent, just runs it. */
  static void stepOf(String parent, String name, Action action) throws Throwable {
    if (parent.isEmpty()) {
      action.run();
      return;
    }
    AllureLifecycle lifecycle = Allure.getLifecycle();
    String uuid = UUID.randomUUID().toString();
    lifecycle.startStep(parent, uuid, new StepResult().setName(name));
    finish(lifecycle, uuid, action);
  }

  /** The running step's id, empty when no Allure test runs. */
  static String current() {
    return Allure.getLifecycle().getCurrentTestCaseOrStep().orElse("");
  }

  private static void finish(AllureLifecycle lifecycle, String uuid, Action action)
      throws Throwable {
    try {
      action.run();
      lifecycle.updateStep(uuid, step -> step.setStatus(Status.PASSED));
    } catch (Throwable failure) {
      lifecycle.updateStep(
          uuid, step -> step.setStatus(status(failure)).setStatusDetails(details(failure)));
      throw failure;
    } finally {
      lifecycle.stopStep(uuid);
    }
  }

  /** Shows a step that was not reached. */
  static void skipped(String name) {
    AllureLifecycle lifecycle = Allure.getLifecycle();
    if (lifecycle.getCurrentTestCaseOrStep().isPresent()) {
      String uuid = UUID.randomUUID().toString();
      lifecycle.startStep(uuid, new StepResult().setName(name).setStatus(Status.SKIPPED));
      lifecycle.stopStep(uuid);
    }
  }

  /** Forgets what the running step has shown since a mark. */
  static void forgetSince(Mark mark) {
    update(
        step -> {
          cut(step.getSteps(), mark.steps());
          cut(step.getAttachments(), mark.attachments());
          step.setParameters(new ArrayList<>(step.getParameters().subList(0, mark.parameters())));
        });
  }

  /** Puts the running step's nested steps since a mark into the order of these names. */
  static void orderSince(Mark mark, List<String> names) {
    update(
        step ->
            step.getSteps()
                .subList(mark.steps(), step.getSteps().size())
                .sort(Comparator.comparingInt(nested -> names.indexOf(nested.getName()))));
  }

  /** What the running step has shown so far. */
  static Mark mark() {
    int[] sizes = new int[3];
    update(
        step -> {
          sizes[0] = step.getSteps().size();
          sizes[1] = step.getAttachments().size();
          sizes[2] = step.getParameters().size();
        });
    return new Mark(sizes[0], sizes[1], sizes[2]);
  }

  /**
   * A point in the running step.
   *
   * @param steps how many nested steps it had
   * @param attachments how many attachments it had
   * @param parameters how many parameters it had
   */
  record Mark(int steps, int attachments, int parameters) {}

  private static void update(java.util.function.Consumer<StepResult> update) {
    AllureLifecycle lifecycle = Allure.getLifecycle();
    if (lifecycle.getCurrentTestCaseOrStep().isPresent()) {
      lifecycle.updateStep(update);
    }
  }

  private static void cut(List<?> list, int size) {
    if (list.size() > size) {
      list.subList(size, list.size()).clear();
    }
  }

  private static List<Parameter> parameters(StepArgument argument) {
    StepTable table =
        new StepTable(argument instanceof StepArgument.Table t ? t.rows() : List.of());
    return table.isPairs() ? table.parameters() : new ArrayList<>();
  }

  private static void attach(AllureLifecycle lifecycle, StepArgument argument) {
    if (argument instanceof StepArgument.Table table) {
      StepTable shown = new StepTable(table.rows());
      if (!shown.isPairs()) {
        attach(lifecycle, "Data table", "text/tab-separated-values", ".csv", shown.text());
      }
    } else if (argument instanceof StepArgument.Text text) {
      attach(lifecycle, "Doc string", "text/plain", ".txt", text.content());
    }
  }

  private static void attach(
      AllureLifecycle lifecycle, String name, String type, String extension, String content) {
    lifecycle.addAttachment(
        name, type, extension, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static Status status(Throwable failure) {
    return Signals.isSkip(failure)
        ? Status.SKIPPED
        : ResultsUtils.getStatus(failure).orElse(Status.BROKEN);
  }

  private static StatusDetails details(Throwable failure) {
    return ResultsUtils.getStatusDetails(failure).orElseGet(StatusDetails::new);
  }
}
