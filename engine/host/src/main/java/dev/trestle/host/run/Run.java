package dev.trestle.host.run;

import dev.trestle.host.contract.ContractMode;
import dev.trestle.host.edge.UnusedFaults;
import dev.trestle.host.environment.Environment;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunnerRequest;
import dev.trestle.protocol.ScenarioTrace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run: the environment comes up while the runner boots, the scenarios run, the environment goes
 * down while the results are written.
 */
public final class Run implements AutoCloseable {

  private final RunRequest request;
  private final String traces;
  private final String mark;
  private final RunnerAccess access;
  private final Provision provision;
  private final Consumer<RunEvent> events;
  private final RunRecord record;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable RunnerProcess runner;
  private volatile @Nullable Environment environment;
  private volatile @Nullable Thread starting;

  private Run(
      RunRequest request,
      String traces,
      RunnerAccess access,
      Provision provision,
      Consumer<RunEvent> events) {
    this.request = request;
    this.traces = traces;
    this.mark = ScenarioTrace.mark(traces.isEmpty() ? UUID.randomUUID().toString() : traces);
    this.access = access;
    this.provision = provision;
    this.events = events;
    this.record = new RunRecord(request, events);
  }

  /**
   * A run that starts what it needs and ends it.
   *
   * @param request what to run
   * @param access where the runner finds this host
   * @param session where processes are recorded
   * @param standby the runner that waits, if one does
   * @param events hears what happens
   */
  public static Run alone(
      RunRequest request,
      RunnerAccess access,
      Session session,
      StandbyRunner standby,
      Consumer<RunEvent> events) {
    return new Run(
        request, "", access, new OwnProvision(request, session, standby, events), events);
  }

  /**
   * A run in an environment that is up and stays.
   *
   * @param request what to run
   * @param access where the runner finds this host
   * @param session where processes are recorded
   * @param warm the environment
   * @param standby the runner that waits, if one does
   * @param events hears what happens
   */
  public static Run attached(
      RunRequest request,
      RunnerAccess access,
      Session session,
      WarmEnvironment warm,
      StandbyRunner standby,
      Consumer<RunEvent> events) {
    return traced("", request, access, session, warm, standby, events);
  }

  /**
   * An attached run whose scenarios' trace ids are known beforehand.
   *
   * @param traces what {@link dev.trestle.protocol.ScenarioTrace#of} makes them of
   * @param request what to run
   * @param access where the runner finds this host
   * @param session where processes are recorded
   * @param warm the environment
   * @param standby the runner that waits, if one does
   * @param events hears what happens
   */
  public static Run traced(
      String traces,
      RunRequest request,
      RunnerAccess access,
      Session session,
      WarmEnvironment warm,
      StandbyRunner standby,
      Consumer<RunEvent> events) {
    OwnProvision own = new OwnProvision(request, session, standby, events);
    return new Run(request, traces, access, new WarmProvision(request, warm, own, events), events);
  }

  /** Carries it out; its last event is the verdict or the reason why there is none. */
  public void execute() {
    try {
      Attempt.at(() -> events.accept(new RunEvent.RunFinished(outcome())), events);
    } finally {
      ended.countDown();
    }
  }

  private RunOutcome outcome() throws IOException, InterruptedException {
    record.begin(); // First, so that no earlier result stands for this run.
    try {
      return checkedOutcome();
    } finally {
      close();
      record.close();
    }
  }

  private RunOutcome checkedOutcome() throws IOException, InterruptedException {
    ContractMode contracts = word(ContractMode::of, request.contracts());
    UnusedFaults.Mode unusedFaults = word(UnusedFaults.Mode::of, request.unusedFaults());
    FeatureFiles features = FeatureFiles.of(Path.of(request.directory()), request.features());
    String refusal = features.refusal();
    if (refusal != null) {
      throw new RunAbortedException(Kind.PROJECT, refusal);
    }
    warn(features.warnings());
    try (RunnerProcess started = provision.runner()) {
      runner = started;
      long begin = System.nanoTime();
      startEnvironment(contracts, unusedFaults);
      long ready = System.nanoTime();
      int exit = runScenarios(started);
      environment().ifPresent(Environment::endRun);
      long end = System.nanoTime();
      environment()
          .map(Environment::interactionReport)
          .filter(found -> !found.edges().isEmpty() || !found.contracts().findings().isEmpty())
          .ifPresent(record::seen);
      warn(
          ManyWarnings.shown(
              environment().map(Environment::warnings).orElse(List.of()),
              Path.of(request.output().logs())));
      warn(features.leftOut());
      Thread stop = releaseEnvironment();
      RunOutcome outcome =
          record.conclude(
              started.output(exit), Duration.ofNanos(ready - begin), Duration.ofNanos(end - ready));
      RunAborted trouble = outcome.trouble();
      if (trouble == null && !request.dryRun() && !outcome.scenarios().isEmpty()) {
        started.rememberClasses();
      }
      stop.join();
      if (trouble != null && outcome.scenarios().isEmpty()) {
        throw new RunAbortedException(trouble.kind(), trouble.message());
      }
      return outcome;
    } finally {
      close();
    }
  }

  private void warn(List<String> warnings) {
    warnings.forEach(warning -> events.accept(new RunEvent.Warning(warning)));
  }

  private static <T> T word(Function<String, T> reader, String word) {
    try {
      return reader.apply(word);
    } catch (IllegalArgumentException e) {
      throw new RunAbortedException(Kind.PROJECT, String.valueOf(e.getMessage()));
    }
  }

  private void startEnvironment(ContractMode contracts, UnusedFaults.Mode unusedFaults) {
    starting = Thread.currentThread();
    try {
      environment = provision.environment();
      environment()
          .ifPresent(
              begun -> begun.beginRun(mark, contracts, unusedFaults, Path.of(request.directory())));
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
            request.dryRun(),
            mark,
            traces));
    int exit = started.await();
    record.awaitMessages();
    return exit;
  }

  private Thread releaseEnvironment() {
    Thread stop = new Thread(this::release, "environment-release");
    stop.start();
    return stop;
  }

  private void release() {
    environment().ifPresent(provision::release);
  }

  /** Takes the runner's messages until it says no more. */
  public void receive(InputStream ndjson) throws IOException {
    record.receive(ndjson);
  }

  /** The environment, once it is up. */
  public Optional<Environment> environment() {
    return Optional.ofNullable(environment);
  }

  /** Waits until everything is written and down; false when the bound is over before that. */
  public boolean awaitEnd(Duration bound) throws InterruptedException {
    return ended.await(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Ends the runner and what else is the run's own at once; what was seen so far is still written.
   */
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
    release();
  }
}
