package dev.trestle.host.run;

import dev.trestle.protocol.ScenarioResult;
import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.TestCaseFinished;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cucumber Messages of one run, kept whole, and the results made of them as they come. */
final class RunMessages {

  private final List<Envelope> messages = new ArrayList<>();
  private final List<ScenarioResult> results = new ArrayList<>();
  private final List<String> parseErrors = new ArrayList<>();
  private final Repository repository =
      Repository.builder()
          .feature(Repository.RepositoryFeature.INCLUDE_ATTACHMENTS, true)
          .feature(Repository.RepositoryFeature.INCLUDE_GHERKIN_DOCUMENTS, true)
          .feature(Repository.RepositoryFeature.INCLUDE_STEP_DEFINITIONS, true)
          .feature(Repository.RepositoryFeature.INCLUDE_SUGGESTIONS, true)
          .build();
  private final Query query = new Query(repository);
  private final ScenarioResults reader;
  private final Path directory;
  private final ScenarioListener listener;
  private boolean begun;
  private boolean finished;

  /**
   * Messages of a run.
   *
   * @param directory the project's folder, to which file names are relative
   * @param listener hears of each scenario
   */
  RunMessages(Path directory, ScenarioListener listener) {
    this.directory = directory;
    this.reader = new ScenarioResults(query, directory);
    this.listener = listener;
  }

  /** Takes NDJSON until the stream ends. */
  void receive(InputStream ndjson) throws IOException {
    try (NdjsonToMessageIterable envelopes =
        new NdjsonToMessageIterable(ndjson, new Deserializer())) {
      for (Envelope envelope : envelopes) {
        accept(envelope);
      }
    }
  }

  private synchronized void accept(Envelope envelope) {
    messages.add(envelope);
    repository.update(envelope);
    envelope.getParseError().ifPresent(this::parseError);
    envelope.getTestCaseStarted().ifPresent(started -> listener.started(file(started)));
    envelope.getTestCaseFinished().ifPresent(this::scenarioFinished);
    begun |= envelope.getMeta().isPresent();
    finished |= envelope.getTestRunFinished().isPresent();
  }

  private void parseError(ParseError error) {
    parseErrors.add(ParseErrors.describe(error, directory));
  }

  private void scenarioFinished(TestCaseFinished testCase) {
    if (!testCase.getWillBeRetried()) {
      query.findTestCaseStartedBy(testCase).ifPresent(started -> add(started, reader.of(started)));
    }
  }

  private void add(TestCaseStarted started, ScenarioResult result) {
    results.add(result);
    listener.finished(file(started), result);
  }

  private String file(TestCaseStarted started) {
    return query.findPickleBy(started).map(Pickle::getUri).orElse("");
  }

  /** Counts scenarios that began and did not end as failed, with a message, and says which. */
  synchronized List<ScenarioResult> failUnfinished(String message) {
    int known = results.size();
    boolean wasFinished = finished;
    MissingMessages missing = new MissingMessages(query);
    for (TestCaseStarted started : missing.open()) {
      missing.end(started, message).forEach(this::accept);
    }
    if (!finished && query.findTestRunStarted().isPresent()) {
      accept(missing.endOfRun(message));
      finished = wasFinished;
    }
    return List.copyOf(results.subList(known, results.size()));
  }

  /** Whether the runner said anything. */
  synchronized boolean begun() {
    return begun;
  }

  /** Whether the runner said that the run is over. */
  synchronized boolean finished() {
    return finished;
  }

  /** The result of every scenario so far. */
  synchronized List<ScenarioResult> results() {
    return List.copyOf(results);
  }

  /** Feature files that could not be read, one message each. */
  synchronized List<String> parseErrors() {
    return List.copyOf(parseErrors);
  }

  /** Every message so far. */
  synchronized List<Envelope> messages() {
    return List.copyOf(messages);
  }
}
