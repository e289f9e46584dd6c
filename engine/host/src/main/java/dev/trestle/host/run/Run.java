package dev.trestle.host.run;

import dev.trestle.host.compose.ComposeException;
import dev.trestle.host.environment.Environment;
import dev.trestle.host.environment.EnvironmentException;
import dev.trestle.host.report.JunitXml;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunnerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run: the environment comes up while the runner boots, the scenarios run, the environment goes
 * down while the results are written.
 */
public final class Run implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Run.class.getName());
  private static final long LAST_MESSAGES_SECONDS = 30;

  /** The runner's own word that it cannot run; any other code is a crash or a kill. */
  private static final int COULD_NOT_RUN = 2;

  private final RunRequest request;
  private final RunnerAccess access;
  private final Session session;
  private final Consumer<RunEvent> events;
  private final FeatureProgress progress;
  private final JunitXml junit;
  private final RunMessages messages;
  private final CountDownLatch received = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable RunnerProcess runner;
  private volatile @Nullable Environment environment;
  private volatile @Nullable Thread starting;

  /**
   * A run that has not begun.
   *
   * @param request what to run
   * @param access where the runner finds this host
   * @param session where processes are recorded
   * @param events hears what happens
   */
  public Run(RunRequest request, RunnerAccess access, Session session, Consumer<RunEvent> events) {
    this.request = request;
    this.access = access;
    this.session = session;
    this.events = events;
    this.progress = new FeatureProgress(events);
    this.junit = new JunitXml(request.project(), Path.of(request.output().junit()));
    this.messages = new RunMessages(Path.of(request.directory()), junit, progress);
  }

  /** Carries it out; its last event is the verdict or the reason why there is none. */
  public void execute() {
    try {
      events.accept(new RunEvent.RunFinished(outcome()));
    } catch (ComposeException | EnvironmentException e) {
      abort(Kind.PROJECT, e);
    } catch (RunAbortedException e) {
      abort(e.kind(), e);
    } catch (IOException | RuntimeException e) {
      abort(Kind.MACHINE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort(Kind.MACHINE, e);
    } finally {
      ended.countDown();
    }
  }

  private RunOutcome outcome() throws IOException, InterruptedException {
    Results results = new Results(request);
    results.clear();
    Path logs = Path.of(request.output().logs());
    try (RunnerProcess started =
        RunnerProcess.start(
            request.runner(), Path.of(request.directory()), logs, session::record)) {
      runner = started;
      Instant begin = Instant.now();
      startEnvironment();
      Instant ready = Instant.now();
      int exit = runScenarios(started);
      Instant end = Instant.now();
      Thread stop = stopEnvironment();
      boolean whole = exit == 0 && messages.finished() && messages.parseErrors().isEmpty();
      if (!whole) {
        results.addUnfinished(
            messages.failUnfinished(
                "The runner ended with exit code " + exit + " in this scenario."));
      }
      progress.over();
      RunOutcome outcome =
          results.write(
              messages, junit, Duration.between(begin, ready), Duration.between(ready, end));
      stop.join();
      if (!whole) {
        throw notFinished(started, exit);
      }
      return outcome;
    } finally {
      close();
    }
  }

  private void startEnvironment() {
    starting = Thread.currentThread();
    try {
      environment = new EnvironmentStart(request, session, events).start();
    } finally {
      starting = null;
    }
  }

  private int runScenarios(RunnerProcess started) throws InterruptedException {
    events.accept(new RunEvent.RunStarted(request.lanes()));
    started.begin(
        new RunnerRequest(
            Protocol.VERSION,
            access.address(),
            access.token(),
            request.features(),
            request.glue(),
            request.tags(),
            request.names(),
            request.lanes(),
            request.output().allureResults(),
            request.dryRun()));
    int exit = started.await();
    if (messages.begun()) {
      received.await(LAST_MESSAGES_SECONDS, TimeUnit.SECONDS);
    }
    return exit;
  }

  private Thread stopEnvironment() {
    Thread stop = new Thread(() -> environment().ifPresent(Environment::close), "environment-stop");
    stop.start();
    return stop;
  }

  private RunAbortedException notFinished(RunnerProcess started, int exit) {
    if (!messages.parseErrors().isEmpty()) {
      return new RunAbortedException(Kind.PROJECT, unreadableFeatures());
    }
    Kind kind = exit == COULD_NOT_RUN ? Kind.PROJECT : Kind.MACHINE;
    return new RunAbortedException(
        kind,
        "The scenarios could not be run to their end: the runner ended with exit code "
            + exit
            + ".\n"
            + started.lastLines()
            + "\nLog: "
            + started.log()
            + ".\nCorrect what it names, and run again.");
  }

  private String unreadableFeatures() {
    return "Feature files could not be read; no scenario was run.\n"
        + String.join("\n", messages.parseErrors())
        + "\nLook at the named lines.\nCorrect the Gherkin, and run again.";
  }

  private void abort(Kind kind, Exception cause) {
    // An interrupt ended the start; it must not end the telling too.
    boolean interrupted = Thread.interrupted();
    LOG.log(Logger.Level.INFO, "The run was aborted.", cause);
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    events.accept(new RunEvent.RunAborted(kind, message));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the runner's messages until it says no more. */
  public void receive(InputStream ndjson) throws IOException {
    try {
      messages.receive(ndjson);
    } finally {
      received.countDown();
    }
  }

  /** The environment, once it is up. */
  public Optional<Environment> environment() {
    return Optional.ofNullable(environment);
  }

  /** Waits until everything is written and down; false when the bound is over before that. */
  public boolean awaitEnd(Duration bound) throws InterruptedException {
    return ended.await(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the runner and the environment at once; what was seen so far is still written. */
  @Override
  public void close() {
    Thread waiting = starting;
    if (waiting != null) {
      waiting.interrupt();
    }
    RunnerProcess toEnd = runner;
    if (toEnd != null) {
      toEnd.close();
    }
    environment().ifPresent(Environment::close);
  }
}
