package dev.trestle.host.mutate;

import dev.trestle.host.environment.Environment;
import dev.trestle.host.run.Attempt;
import dev.trestle.host.run.RunAbortedException;
import dev.trestle.protocol.MutationOutcome;
import dev.trestle.protocol.MutationRequest;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Would the scenarios notice? Records what providers answer, changes one thing of it for one
 * scenario at a time, and counts which changes no scenario noticed.
 */
public final class Mutation implements AutoCloseable {

  /** The file from which a later mutation goes on, in the folder of the request. */
  static final String STATE = "state.json";

  private final MutationRequest request;
  private final Runs runs;
  private final Consumer<RunEvent> events;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closed;

  /**
   * A mutation that is still to be carried out.
   *
   * @param request what to do
   * @param runs runs scenarios
   * @param events hears what happens
   */
  public Mutation(MutationRequest request, Runs runs, Consumer<RunEvent> events) {
    this.request = request;
    this.runs = runs;
    this.events = events;
  }

  /** Carries it out; its last event is the outcome or the reason why there is none. */
  public void execute() {
    try {
      Attempt.at(() -> runs.environment(request.run(), events).ifPresent(this::mutate), events);
    } finally {
      ended.countDown();
    }
  }

  private void mutate(Environment environment) {
    requireEdges(environment);
    mutate(laboratory(environment), System::nanoTime);
  }

  private Laboratory laboratory(Environment environment) {
    return new HostLaboratory(request.run(), folder(), environment, runs, events);
  }

  private Path folder() {
    return Path.of(request.folder());
  }

  /** The same in any laboratory and by any clock, in nanoseconds. */
  void mutate(Laboratory laboratory, LongSupplier clock) {
    StateFile file = new StateFile(folder().resolve(STATE));
    Map<String, String> origin = laboratory.origin();
    Resumption resumption = Resumption.of(request.resume(), file.read(), origin);
    Recording recording = resumption.recording().orElseGet(() -> laboratory.record(origin));
    requireGreen(recording);
    List<Mutant> mutants = Mutants.of(recording, laboratory.enumerations());
    requireMutants(recording, mutants);
    Work work = new Work(recording, mutants, ledger(resumption, recording), file);
    work.keep();
    tell(work, resumption);
    if (resumption.recording().isPresent() && work.score().undecided() > 0) {
      laboratory.warmUp(recording.covering());
    }
    long begin = clock.getAsLong();
    spendBudget(work, laboratory, clock);
    finish(work, (clock.getAsLong() - begin) / 1_000_000);
  }

  /** What is tried, and what came of it by now. */
  private record Work(Recording recording, List<Mutant> mutants, Ledger ledger, StateFile file) {

    void add(Map<Schedule.Pair, Try> tries) {
      tries.forEach((pair, tried) -> ledger.add(pair.mutant().id(), tried));
    }

    void keep() {
      file.write(recording, ledger);
    }

    MutationOutcome.Edge score() {
      return new Score(mutants, ledger).total();
    }
  }

  private Ledger ledger(Resumption resumption, Recording recording) {
    Ledger ledger = new Ledger(recording, request.scenariosPerMutant());
    resumption
        .tries()
        .forEach((mutant, tries) -> tries.forEach(tried -> ledger.add(mutant, tried)));
    return ledger;
  }

  private void tell(Work work, Resumption resumption) {
    events.accept(
        new RunEvent.MutationStarted(
            work.mutants().size(),
            work.score().decided(),
            work.recording().scenarios().size(),
            resumption.told()));
  }

  /** One wave after the other, each kept when it is over. */
  private void spendBudget(Work work, Laboratory laboratory, LongSupplier clock) {
    Schedule schedule = new Schedule(work.mutants(), work.ledger(), request.run().lanes());
    long end = clock.getAsLong() + request.budgetMillis() * 1_000_000;
    for (long left = request.budgetMillis(); left > 0 && !closed; ) {
      List<Schedule.Pair> wave = schedule.next(left);
      if (wave.isEmpty()) {
        return;
      }
      work.add(laboratory.run(wave, left));
      work.keep();
      left = (end - clock.getAsLong()) / 1_000_000;
      events.accept(new RunEvent.MutationProgress(work.score(), Math.max(0, left)));
    }
  }

  private void finish(Work work, long millis) {
    MutationOutcome outcome =
        new Report(work.recording(), work.mutants(), work.ledger(), request.scenariosPerMutant())
            .write(folder().getParent(), millis);
    if (!closed) {
      events.accept(new RunEvent.MutationFinished(outcome));
    }
  }

  private static void requireEdges(Environment environment) {
    if (!environment.hasEdges()) {
      throw new RunAbortedException(
          Kind.PROJECT,
          "There is no edge proxy that could change an answer.\n"
              + "The environment was started with trestle.edges=false.\n"
              + "The parameter is in the POM's configuration or on the command line of mvn.\n"
              + "Leave it out, run mvn trestle:stop if the environment stayed up, and run mvn"
              + " trestle:mutate again.");
    }
  }

  private static void requireGreen(Recording recording) {
    if (recording.scenarios().isEmpty()) {
      throw new RunAbortedException(
          Kind.PROJECT,
          "No scenario can notice anything: none is green without mutants.\n"
              + (recording.excluded().isEmpty()
                  ? "No scenario matches the selection."
                  : String.join("\n", recording.excluded()))
              + "\nLook at the scenarios, at trestle.features, trestle.tags and trestle.names.\n"
              + "Make them green with mvn trestle:run, or select others.");
    }
  }

  private static void requireMutants(Recording recording, List<Mutant> mutants) {
    if (mutants.isEmpty()) {
      throw new RunAbortedException(
          Kind.PROJECT,
          "There is nothing to mutate.\n"
              + ("In " + recording.scenarios().size())
              + (recording.scenarios().size() == 1 ? " green scenario" : " green scenarios")
              + " no service answered another one over HTTP; answers to the test"
              + " itself are not mutated.\n"
              + "Look at target/trestle/mutations/recording/interactions.json for the connections"
              + " and their kinds.\n"
              + "Give services each other's addresses as http://name:port in the Compose file, have"
              + " them hand on the header 'traceparent', and write scenarios that use them.");
    }
  }

  /** Waits until everything is written; false when the bound is over before that. */
  public boolean awaitEnd(Duration bound) throws InterruptedException {
    return ended.await(bound.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it at once; what was tried to the end of its scenario is kept and reported. */
  @Override
  public void close() {
    closed = true;
    runs.stop();
  }
}
