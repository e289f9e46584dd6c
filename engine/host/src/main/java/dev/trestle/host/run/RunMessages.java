package dev.trestle.host.run;

import dev.trestle.host.messages.MessageReader;
import dev.trestle.host.report.JunitXml;
import dev.trestle.protocol.ScenarioResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Cucumber Messages of one run, and the results made of them as they come. */
final class RunMessages {

  private final RunningScenarios scenarios;
  private final MessageReader reader;

  /**
   * Messages of a run.
   *
   * @param directory the project's folder, to which file names are relative
   * @param load says of a failure that the machine was overloaded
   * @param junit gets each scenario
   * @param allure keeps Allure's result files in step
   * @param listener hears of each scenario
   */
  RunMessages(
      Path directory,
      MachineLoad load,
      JunitXml junit,
      AllureResults allure,
      ScenarioListener listener) {
    this.scenarios = new RunningScenarios(directory, load, junit, allure, listener);
    this.reader = new MessageReader(scenarios);
  }

  /** Takes NDJSON until the stream ends. */
  void receive(InputStream ndjson) throws IOException {
    reader.read(ndjson);
  }

  /** What the runner said of its run as a whole. */
  Heard heard() {
    return scenarios.heard();
  }

  /** Gives every scenario that has no state one; what comes later counts no more. */
  void close(String unfinished, String notRun) {
    scenarios.close(unfinished, notRun);
  }

  /** Whether the runner said anything. */
  boolean begun() {
    return scenarios.hasBegun();
  }

  /** The state of every scenario that has one, by file and line. */
  List<ScenarioResult> results() {
    return scenarios.results();
  }

  /** What to tell once about failures of an overloaded machine, empty when there were none. */
  Optional<String> loadWarning() {
    return scenarios.loadWarning();
  }
}
