package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.StepDefinition;
import java.util.List;
import java.util.stream.Collectors;

/** How messages name other steps. */
final class Suggestions {

  /** What to do when several steps match. */
  static final String AMBIGUOUS =
      "Word one of them differently. A step of the library goes with its artifact, when the POM"
          + " excludes that from trestle-step-library.";

  private Suggestions() {}

  /** What to do about a text that no step matches. */
  static String sentence(List<String> nearest) {
    return nearest.isEmpty()
        ? "Define it as a phrase, or as a step in Java."
        : "Write one of the nearest steps, or define it:\n  " + String.join("\n  ", nearest);
  }

  /** The expressions and places of steps, one a line. */
  static String places(List<? extends StepDefinition> steps) {
    return steps.stream()
        .map(step -> "  '" + step.getPattern() + "' at " + step.getLocation())
        .collect(Collectors.joining("\n"));
  }
}
