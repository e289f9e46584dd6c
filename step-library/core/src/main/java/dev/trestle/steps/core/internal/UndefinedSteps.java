package dev.trestle.steps.core.internal;

import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Says of each undefined step which known step was perhaps meant, and of ambiguous ones which. */
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
    Status status = event.getResult().getStatus();
    if ((status == Status.UNDEFINED || status == Status.AMBIGUOUS)
        && event.getTestStep() instanceof PickleStepTestStep step) {
      String where = Locations.file(step.getUri()) + ":" + step.getStep().getLocation().getLine();
      String said =
          status == Status.UNDEFINED
              ? suggestion.apply(step.getStep().getText(), where)
              : ambiguous(event.getResult().getError(), where);
      explanations.put(step.getId().toString(), said);
    }
  }

  private static String ambiguous(@Nullable Throwable error, String where) {
    String found = error == null ? "" : String.valueOf(error.getMessage()).strip() + "\n";
    return found
        + ("Look at " + where + ".\n")
        + "Word one of the definitions differently. A step of the library goes with its artifact,"
        + " when the POM excludes that from trestle-step-library.";
  }

  /** What to say of a step by its id, or null when one definition matches it. */
  public @Nullable String explanation(String testStepId) {
    return explanations.get(testStepId);
  }
}
