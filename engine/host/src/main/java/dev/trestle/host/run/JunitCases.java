package dev.trestle.host.run;

import dev.trestle.host.messages.Pickle;
import dev.trestle.host.messages.StepEnd;
import dev.trestle.host.report.JunitCase;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import dev.trestle.protocol.Secrets;
import dev.trestle.protocol.VisibleText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a test case of JUnit XML of what was heard about a scenario. */
final class JunitCases {

  private JunitCases() {}

  static JunitCase of(RunningScenario scenario, ScenarioResult result) {
    Pickle pickle = scenario.pickle();
    String className = shown(pickle.feature().isEmpty() ? pickle.uri() : pickle.feature());
    List<JunitCase.Step> steps =
        scenario.steps().stream()
            .map(step -> new JunitCase.Step(shown(step.getKey()), lowerCase(step.getValue())))
            .toList();
    return new JunitCase(
        className,
        shown(pickle.title()),
        result.millis(),
        result.status(),
        problem(scenario),
        steps);
  }

  static JunitCase notRun(Pickle pickle, ScenarioResult result) {
    JunitCase.Problem problem = new JunitCase.Problem(null, "not run", masked(result.message()));
    return new JunitCase(
        shown(result.feature()), shown(pickle.title()), 0, result.status(), problem, List.of());
  }

  private static JunitCase.@Nullable Problem problem(RunningScenario scenario) {
    StepEnd worst = scenario.worst();
    if (worst == null || worst.status() == Status.PASSED) {
      return null;
    }
    StepEnd.Thrown thrown = worst.thrown();
    return thrown == null
        ? new JunitCase.Problem(null, null, masked(worst.message()))
        : new JunitCase.Problem(
            thrown.type(),
            masked(thrown.message()),
            masked(thrown.stackTrace() == null ? worst.message() : thrown.stackTrace()));
  }

  private static @Nullable String masked(@Nullable String text) {
    return text == null ? null : shown(text);
  }

  private static String shown(String text) {
    return VisibleText.of(Secrets.mask(text));
  }

  private static String lowerCase(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
