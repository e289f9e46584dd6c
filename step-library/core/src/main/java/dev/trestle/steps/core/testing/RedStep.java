package dev.trestle.steps.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a scenario ended whose last step is to be red.
 *
 * @param scenario its name
 * @param status its status in Allure's word
 * @param message its message
 * @param steps the statuses of its steps
 */
record RedStep(String scenario, String status, String message, List<String> steps) {

  private static final Pattern FOREIGN =
      Pattern.compile("\\b(?:java|com|org|io|net)\\.[a-z]+\\.[\\w.]*(?:Exception|Error)\\b");

  static RedStep of(FeatureRun.Outcome outcome, String scenario) {
    return new RedStep(
        scenario,
        outcome.status(scenario),
        outcome.message(scenario),
        statuses(outcome.results().get(scenario)));
  }

  private static List<String> statuses(Map<String, Object> result) {
    List<String> statuses = new ArrayList<>();
    if (result.get("steps") instanceof List<?> steps) {
      for (Object step : steps) {
        statuses.add(
            step instanceof Map<?, ?> map ? String.valueOf(map.get("status")) : "without a status");
      }
    }
    return statuses;
  }

  /** What is wrong with it, when it holds rightly and when it must be red. */
  Optional<String> problem(boolean holds) {
    if (holds) {
      return "passed".equals(status)
          ? Optional.empty()
          : problem("is said to hold, and is " + status);
    }
    if (!"failed".equals(status)) {
      return problem(
          "passed".equals(status) ? "passes" : "is " + status + ", which no assertion did");
    }
    int last = steps.size() - 1;
    if (last < 0 || !"failed".equals(steps.get(last))) {
      return problem("is red before its last step");
    }
    return missingPart().flatMap(part -> problem(part));
  }

  private Optional<String> problem(String what) {
    return Optional.of(scenario + " " + what + ".\n" + message.strip().indent(4).stripTrailing());
  }

  /** What failed, the evidence, where to look, what to do: each on lines of its own. */
  private Optional<String> missingPart() {
    List<String> lines = message.lines().filter(line -> !line.isBlank()).toList();
    int look = -1;
    for (int i = 0; i < lines.size(); i++) {
      look = lines.get(i).startsWith("Look at ") ? i : look;
    }
    if (look < 0) {
      return Optional.of("does not say where to look");
    }
    if (look < 2) {
      return Optional.of("has no evidence in its message");
    }
    if (look == lines.size() - 1) {
      return Optional.of("does not say what to do");
    }
    return FOREIGN.matcher(message).find()
        ? Optional.of("shows the name of an exception")
        : Optional.empty();
  }
}
