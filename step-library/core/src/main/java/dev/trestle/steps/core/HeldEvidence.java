package dev.trestle.steps.core;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.StepResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Evidence that is shown in short while it is not known whether the scenario passes, and in full,
 * in files, once it has failed. A file for each exchange of each passed scenario costs more than
 * the exchange.
 */
final class HeldEvidence {

  /** The system property that asks for everything in full, {@code all}, also when it passed. */
  private static final String PROPERTY = "trestle.evidence";

  private static final int MOST_CHARACTERS = 2_000_000;

  private final boolean whole = "all".equals(System.getProperty(PROPERTY));
  private final List<Held> held = new ArrayList<>();
  private int characters;
  private boolean ended;

  private record Held(StepResult step, String name, String mediaType, String content) {}

  /**
   * Holds evidence and shows it in short as parameters of the running step.
   *
   * @return false when there is no step to show it at, no room, or no wish for less than everything
   */
  synchronized boolean hold(
      String name, String mediaType, String content, Map<String, String> brief) {
    if (whole || ended || characters + content.length() > MOST_CHARACTERS) {
      return false;
    }
    AllureLifecycle lifecycle = Allure.getLifecycle();
    List<StepResult> found = new ArrayList<>();
    lifecycle
        .getCurrentTestCaseOrStep()
        .ifPresent(uuid -> lifecycle.updateStep(uuid, step -> found.add(shown(step, brief))));
    if (found.isEmpty()) {
      return false;
    }
    characters += content.length();
    return held.add(new Held(found.get(0), name, mediaType, content));
  }

  private static StepResult shown(StepResult step, Map<String, String> brief) {
    List<Parameter> parameters = new ArrayList<>(step.getParameters());
    brief.forEach((what, value) -> parameters.add(new Parameter().setName(what).setValue(value)));
    return step.setParameters(parameters);
  }

  /** From now on there is no step to show evidence at. */
  synchronized void end() {
    ended = true;
  }

  /** Attaches what is held to the steps where it was shown. */
  synchronized void attach() {
    for (Held one : held) {
      String source = UUID.randomUUID() + "-attachment";
      byte[] content = one.content().getBytes(StandardCharsets.UTF_8);
      Allure.getLifecycle().writeAttachment(source, new ByteArrayInputStream(content));
      one.step()
          .getAttachments()
          .add(new Attachment().setName(one.name()).setType(one.mediaType()).setSource(source));
    }
    held.clear();
  }
}
