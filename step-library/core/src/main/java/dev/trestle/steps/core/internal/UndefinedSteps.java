package dev.trestle.steps.core.internal;

import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Says of each undefined step which known step was perhaps meant. */
public final class UndefinedSteps {

  /** The name of the attachment with the explanation. */
  public static final String ATTACHMENT = "Undefined step";

  private final BinaryOperator<String> suggestion;
  private final Map<String, String> explanations = new ConcurrentHashMap<>();

  /**
   * Explains with a catalogue.
   *
   * @param suggestion from a step's text and its {@code file:line} to what the catalogue says
   */
  public UndefinedSteps(BinaryOperator<String> suggestion) {
    this.suggestion = suggestion;
  }

  /** Takes note of a step when it is undefined. */
  public void finished(TestStepFinished event) {
    if (event.getResult().getStatus() == Status.UNDEFINED
        && event.getTestStep() instanceof PickleStepTestStep step) {
      String where = Locations.file(step.getUri()) + ":" + step.getStep().getLocation().getLine();
      String said = suggestion.apply(step.getStep().getText(), where);
      explanations.put(step.getId().toString(), said);
    }
  }

  /** What to say of a step by its id, or null when it is defined. */
  public @Nullable String explanation(String testStepId) {
    return explanations.get(testStepId);
  }
}
