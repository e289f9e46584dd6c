package dev.trestle.host.run;

import dev.trestle.host.edge.InteractionReport;
import dev.trestle.host.report.JunitXml;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.RunRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run from its messages, and all that is made of it: events for display,
 * Allure's results, JUnit XML, metrics, the report and the verdict.
 */
final class RunRecord implements AutoCloseable {

  private static final Duration LAST_MESSAGES = Duration.ofSeconds(30);

  private final RunRequest request;
  private final Consumer<RunEvent> events;
  private final Results results;
  private final FeatureProgress progress;
  private final JunitXml junit;
  private final ReportAhead report;
  private final AllureResults allure;
  private final RunMessages messages;
  private final CountDownLatch received = new CountDownLatch(1);
  private volatile @Nullable String unreadable;

  /**
   * The record of a run that is still to begin.
   *
   * @param request what to run
   * @param events hears of scenarios and features, for display
   */
  RunRecord(RunRequest request, Consumer<RunEvent> events) {
    this(request, events, MachineLoad.here(request.lanes()));
  }

  RunRecord(RunRequest request, Consumer<RunEvent> events, MachineLoad load) {
    this.request = request;
    this.events = events;
    this.results = new Results(request);
    this.progress =
        new FeatureProgress(
            event -> {
              if (request.tellsScenarios() || !(event instanceof RunEvent.ScenarioFinished)) {
                events.accept(event);
              }
            });
    this.junit = new JunitXml(request.project(), Path.of(request.output().junit()));
    this.report = new ReportAhead(request);
    this.allure = new AllureResults(Path.of(request.output().allureResults()));
    this.messages =
        new RunMessages(
            Path.of(request.directory()),
            load,
            junit,
            allure,
            ScenarioListener.both(progress, report));
  }

  /** Deletes what an earlier run left, and begins the report. */
  void begin() throws IOException {
    results.clear();
    report.start();
  }

  /** Takes the runner's messages until it says no more. */
  void receive(InputStream ndjson) throws IOException {
    try {
      messages.receive(ndjson);
    } catch (IOException | RuntimeException e) {
      unreadable = e.toString();
      throw e;
    } finally {
      received.countDown();
    }
  }

  /** Waits, within a bound, for messages of a runner that has ended. */
  void awaitMessages() throws InterruptedException {
    awaitMessages(LAST_MESSAGES);
  }

  void awaitMessages(Duration bound) throws InterruptedException {
    if (messages.begun() && !received.await(bound.toMillis(), TimeUnit.MILLISECONDS)) {
      unreadable = "They did not end within " + bound.toSeconds() + " s after the runner.";
    }
  }

  /** Takes what passed the edges. */
  void seen(InteractionReport interactions) {
    results.write(interactions);
  }

  /**
   * Gives every planned scenario its state and writes everything.
   *
   * @param output how the runner ended
   * @param environment how long the environment took to be ready
   * @param run how long the scenarios took
   */
  RunOutcome conclude(RunnerOutput output, Duration environment, Duration run)
      throws IOException, InterruptedException {
    RunEnding ending = new RunEnding(messages.heard(), unreadable, output);
    RunAborted trouble = ending.trouble();
    messages.close(ending.unfinished(), ending.notRun());
    allure.complete(trouble == null);
    progress.over();
    messages.loadWarning().ifPresent(told -> events.accept(new RunEvent.Warning(told)));
    return results.write(messages.results(), trouble, junit, report, environment, run);
  }

  /** Leaves nothing behind of a report that was not finished. */
  @Override
  public void close() {
    report.close();
  }
}
