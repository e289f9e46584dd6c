package dev.trestle.host.run;

import dev.trestle.host.messages.Pickle;
import dev.trestle.host.messages.StepEnd;
import dev.trestle.protocol.ScenarioIdentity;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import dev.trestle.protocol.Secrets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a result of what Cucumber said about one scenario. */
final class ScenarioResults {

  private final Path directory;
  private final MachineLoad load;

  ScenarioResults(Path directory, MachineLoad load) {
    this.directory = directory;
    this.load = load;
  }

  /** The result of a scenario that ended. */
  ScenarioResult of(RunningScenario scenario, long millis) {
    Pickle pickle = scenario.pickle();
    StepEnd worst = scenario.worst();
    boolean red = worst != null && worst.status().isRed();
    String file = ScenarioIdentity.file(pickle.uri(), directory);
    return new ScenarioResult(
        scenario.id(),
        Secrets.mask(pickle.feature().isEmpty() ? file : pickle.feature()),
        Secrets.mask(pickle.name()),
        location(pickle),
        worst == null ? Status.PASSED : worst.status(),
        millis,
        red ? step(scenario, worst) : null,
        red ? Secrets.mask(load.explained(message(scenario, worst))) : null);
  }

  /** What to tell once about failures of an overloaded machine, empty when there were none. */
  Optional<String> loadWarning() {
    return load.warning();
  }

  /** The result of a scenario that was planned and never began. */
  ScenarioResult notRun(String id, Pickle pickle, String message) {
    String file = ScenarioIdentity.file(pickle.uri(), directory);
    return new ScenarioResult(
        id,
        Secrets.mask(pickle.feature().isEmpty() ? file : pickle.feature()),
        Secrets.mask(pickle.name()),
        location(pickle),
        Status.NOT_RUN,
        0,
        null,
        message);
  }

  /** Why a scenario without steps is red, as the runner says it in Allure's result. */
  String empty(Pickle pickle) {
    return "The scenario '%s' has no steps.\nIt tests nothing, so it cannot pass.\n"
            .formatted(pickle.name())
        + "Look at %s.\nWrite its steps, or remove it.".formatted(location(pickle));
  }

  private String location(Pickle pickle) {
    String file = ScenarioIdentity.file(pickle.uri(), directory);
    return pickle.line() == 0 ? file : file + ":" + pickle.line();
  }

  private static @Nullable String step(RunningScenario scenario, StepEnd worst) {
    String text = scenario.text(worst.stepId());
    return text == null ? null : Secrets.mask(text);
  }

  private static String message(RunningScenario scenario, StepEnd end) {
    String explanation = scenario.explanation(end.stepId());
    if (explanation != null) {
      return explanation;
    }
    StepEnd.Thrown thrown = end.thrown();
    if (thrown != null && thrown.message() != null) {
      return thrown.message();
    }
    return end.message() != null
        ? end.message()
        : "The step is " + end.status().name().toLowerCase(Locale.ROOT) + ".";
  }
}
