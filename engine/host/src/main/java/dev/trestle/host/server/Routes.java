package dev.trestle.host.server;

import dev.trestle.host.environment.Environment;
import dev.trestle.host.mutate.Mutation;
import dev.trestle.host.report.AllureReport;
import dev.trestle.host.run.Run;
import dev.trestle.host.run.RunnerAccess;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Mail;
import dev.trestle.protocol.MutationRequest;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.ReportRequest;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.Secrets;
import dev.trestle.protocol.ServiceLog;
import dev.trestle.protocol.StartRequest;
import dev.trestle.protocol.StubMapping;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What each call does. */
final class Routes implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Routes.class.getName());
  private static final Duration LAST_REPORT = Duration.ofSeconds(45);

  private final RunnerAccess access;
  private final Session session;
  private final Lease lease;
  private final WarmHost warm;
  private final Turn turn;
  private final AtomicReference<@Nullable Run> current = new AtomicReference<>();
  private final AtomicReference<@Nullable Mutation> mutating = new AtomicReference<>();

  Routes(RunnerAccess access, Session session, WarmHost warm, Lease lease, Path folder) {
    this.turn = new Turn(folder);
    this.access = access;
    this.session = session;
    this.lease = lease;
    this.warm = warm;
  }

  /** The caller speaks another version of the protocol. */
  static final class OtherVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherVersion(long version) {
      super(ProtocolVersions.mismatch("plugin", version));
    }
  }

  private static <T> T read(Call call, Class<T> type) throws IOException {
    Body body = call.body();
    if (body.protocol() != Protocol.VERSION) {
      throw new OtherVersion(body.protocol());
    }
    return body.as(type);
  }

  /** Answers a call; null when the handler wrote the answer itself. */
  @Nullable Reply answer(Call call) throws IOException {
    String route = call.route();
    if (route.startsWith("DELETE " + Protocol.SCENARIOS + "/")) {
      return Reply.ok(
          environment()
              .endScenario(
                  route.substring(route.lastIndexOf('/') + 1),
                  call.query("name"),
                  call.query("location"),
                  Boolean.parseBoolean(call.query("faultsMayBeUnused"))));
    }
    return switch (route) {
      case "POST " + Protocol.RUNS -> run(call);
      case "POST " + Protocol.MUTATIONS -> mutate(call);
      case "POST " + Protocol.ENVIRONMENT -> start(call);
      case "GET " + Protocol.HOST -> Reply.ok(warm.status(lease, current.get() != null));
      case "DELETE " + Protocol.HOST -> end(call);
      case "POST " + Protocol.MESSAGES -> messages(call);
      case "POST " + Protocol.REPORTS -> report(read(call, ReportRequest.class));
      case "GET " + Protocol.ENVIRONMENT -> Reply.ok(environment().description());
      case "GET " + Protocol.MAIL -> Reply.ok(new Mail.Page(environment().mails(call.query("to"))));
      case "POST " + Protocol.STUBS -> stub(read(call, StubMapping.class));
      case "POST " + Protocol.FAULTS -> fault(read(call, Fault.class));
      case "GET " + Protocol.FAULTS -> Reply.ok(environment().faults(call.query("traceId")));
      case "DELETE " + Protocol.FAULTS -> lift(call);
      case "POST " + Protocol.OUTAGES -> outage(read(call, Outage.class));
      case "DELETE " + Protocol.OUTAGES -> recover();
      case "GET " + Protocol.INTERACTIONS -> interactions(call);
      case "GET " + Protocol.EDGES -> edge(call);
      case "GET " + Protocol.SECRETS -> Reply.ok(Secrets.shared());
      case "GET " + Protocol.LOGS -> logs(call);
      default -> Reply.refused(404, "The host has no " + route + ".");
    };
  }

  private @Nullable Reply run(Call call) throws IOException {
    RunRequest request = read(call, RunRequest.class);
    Optional<String> failure = warm.environment().failure();
    if (failure.isPresent() && !request.dryRun()) {
      return Reply.refused(409, notUp(failure.get()));
    }
    Reply refusal = turn.take();
    if (refusal != null) {
      return refusal;
    }
    @Nullable Run run = null;
    try (EventStream events = new EventStream(call.exchange())) {
      run = run(request, events);
      current.set(run);
      events.open(run::close);
      run.execute();
    } finally {
      turn.give();
      current.compareAndSet(run, null); // Whoever sees that no run is in progress has the turn.
    }
    if (warm.environment().environment().isPresent()) {
      call.afterwards(() -> warm.standby().boot(request.environment()));
    }
    return null;
  }

  private static String notUp(String failure) {
    return "The environment is not up, and no scenario was run.\nIts last start failed:\n"
        + failure.indent(2)
        + "Correct that, and run mvn trestle:start.";
  }

  private Run run(RunRequest request, EventStream events) {
    return warm.environment().environment().isEmpty()
        ? Run.alone(request, access, session, warm.standby(), events)
        : Run.attached(request, access, session, warm.environment(), warm.standby(), events);
  }

  private @Nullable Reply mutate(Call call) throws IOException {
    MutationRequest request = read(call, MutationRequest.class);
    Reply refusal = turn.take();
    if (refusal != null) {
      return refusal;
    }
    try (EventStream events = new EventStream(call.exchange())) {
      WarmRuns runs = new WarmRuns(access, session, warm, current);
      Mutation mutation = new Mutation(request, runs, events);
      mutating.set(mutation);
      events.open(mutation::close);
      mutation.execute();
    } finally {
      mutating.set(null);
      turn.give();
    }
    return null;
  }

  private @Nullable Reply start(Call call) throws IOException {
    StartRequest request = read(call, StartRequest.class);
    Reply refusal = turn.take();
    if (refusal != null) {
      return refusal;
    }
    try (EventStream events = new EventStream(call.exchange())) {
      lease.change(Duration.ofSeconds(request.leaseSeconds()));
      events.open(() -> {});
      warm.environment().start(request, events);
    } finally {
      turn.give();
    }
    call.afterwards(() -> warm.standby().boot(request));
    return null;
  }

  private static Reply end(Call call) {
    call.afterwards(() -> new Thread(() -> System.exit(0), "end").start());
    return Reply.done();
  }

  private Reply messages(Call call) throws IOException {
    run().receive(call.exchange().getRequestBody());
    return Reply.done();
  }

  private Reply report(ReportRequest request) {
    Reply refusal = turn.take();
    if (refusal != null) {
      return refusal;
    }
    try {
      AllureReport.write(
          request.project(), Path.of(request.allureResults()), Path.of(request.report()));
      return Reply.done();
    } finally {
      turn.give();
    }
  }

  private Reply stub(StubMapping mapping) {
    environment().stub(mapping);
    return Reply.done();
  }

  private Reply fault(Fault fault) {
    environment().fault(fault);
    return Reply.done();
  }

  private Reply lift(Call call) {
    environment()
        .lift(
            new Fault.Lifted(
                call.query("traceId"), call.query("consumer"), call.query("provider")));
    return Reply.done();
  }

  private Reply outage(Outage outage) {
    environment().outage(outage);
    return Reply.done();
  }

  private Reply recover() {
    environment().recover();
    return Reply.done();
  }

  private Reply interactions(Call call) {
    return Reply.ok(new Interaction.Page(environment().interactions(call.query("traceId"))));
  }

  private Reply edge(Call call) {
    String calls = call.query("calls");
    CallPattern pattern = calls.isEmpty() ? null : CallPattern.of(calls);
    long since = System.nanoTime() - nanos(call, "nanos");
    return Reply.ok(
        environment()
            .edge(
                call.query("consumer"),
                call.query("provider"),
                pattern,
                call.query("traceId"),
                since));
  }

  private Reply logs(Call call) {
    Instant from = instant(call, "from");
    Instant to = instant(call, "to");
    return Reply.ok(new ServiceLog.Page(environment().logs(call.query("traceId"), from, to)));
  }

  private static long nanos(Call call, String name) {
    try {
      return Long.parseLong(call.query(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The parameter '" + name + "' is not a number of nanoseconds.", e);
    }
  }

  private static Instant instant(Call call, String name) {
    try {
      return Instant.parse(call.query(name));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The parameter '" + name + "' is not an instant: '" + call.query(name) + "'.", e);
    }
  }

  private Run run() {
    Run run = current.get();
    if (run == null) {
      throw new IllegalArgumentException("No run is going on.");
    }
    return run;
  }

  private Environment environment() {
    Run run = current.get();
    Optional<Environment> warmed = warm.environment().environment();
    if (run == null && warmed.isEmpty()) {
      throw new IllegalArgumentException("No run is going on.");
    }
    return (run == null ? warmed : run.environment())
        .orElseThrow(() -> new IllegalArgumentException("The environment is not up."));
  }

  /** Ends what goes on and waits, within a bound, until it has written what it saw. */
  @Override
  public void close() {
    turn.ending();
    Mutation mutation = mutating.get();
    Run run = current.get();
    if (mutation != null) {
      mutation.close();
    }
    if (run != null) {
      run.close();
      await(run::awaitEnd);
    }
    if (mutation != null && warm.environment().environment().isPresent()) { // else it starts yet
      await(mutation::awaitEnd);
    }
    warm.close();
  }

  private interface Ending {
    boolean await(Duration bound) throws InterruptedException;
  }

  private static void await(Ending ending) {
    try {
      if (!ending.await(LAST_REPORT)) {
        LOG.log(Logger.Level.WARNING, "The report was not written in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
