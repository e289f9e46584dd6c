package dev.trestle.host.run;

import dev.trestle.host.messages.MessageReader;
import dev.trestle.host.report.JunitXml;
import dev.trestle.protocol.ScenarioResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Cucumber Messages of one run, and the results made of them as they come. */
final class RunMessages {

  private final RunningScenarios scenarios;
  private final MessageReader reader;

  /**
   * Messages of a run.
   *
   * @param directory the project's folder, to which file names are relative
   * @param junit gets each scenario
   * @param listener hears of each scenario
   */
  RunMessages(Path directory, JunitXml junit, ScenarioListener listener) {
    this.scenarios = new RunningScenarios(directory, junit, listener);
    this.reader = new MessageReader(scenarios);
  }

  /** Takes NDJSON until the stream ends. */
  void receive(InputStream ndjson) throws IOException {
    reader.read(ndjson);
  }

  /** Counts scenarios that began and did not end as failed, with a message, and says which. */
  List<ScenarioResult> failUnfinished(String message) {
    return scenarios.failUnfinished(message);
  }

  /** Whether the runner said anything. */
  boolean begun() {
    return scenarios.hasBegun();
  }

  /** Whether the runner said that the run is over. */
  boolean finished() {
    return scenarios.isFinished();
  }

  /** The result of every scenario so far. */
  List<ScenarioResult> results() {
    return scenarios.results();
  }

  /** Feature files that could not be read, one message each. */
  List<String> parseErrors() {
    return scenarios.parseErrors();
  }
}
