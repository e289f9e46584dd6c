package dev.trestle.host.server;

import dev.trestle.host.environment.Environment;
import dev.trestle.host.mutate.Mutation;
import dev.trestle.host.report.AllureReport;
import dev.trestle.host.run.Run;
import dev.trestle.host.run.RunnerAccess;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Mail;
import dev.trestle.protocol.MutationRequest;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.ReportRequest;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.ServiceLog;
import dev.trestle.protocol.StartRequest;
import dev.trestle.protocol.StubMapping;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
  private final Turn turn = new Turn();
  private final AtomicReference<@Nullable Run> current = new AtomicReference<>();
  private final AtomicReference<@Nullable Mutation> mutating = new AtomicReference<>();

  Routes(RunnerAccess access, Session session, WarmHost warm, Lease lease) {
    this.access = access;
    this.session = session;
    this.lease = lease;
    this.warm = warm;
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
                  call.query("location")));
    }
    return switch (route) {
      case "POST " + Protocol.RUNS -> run(call);
      case "POST " + Protocol.MUTATIONS -> mutate(call);
      case "POST " + Protocol.ENVIRONMENT -> start(call);
      case "GET " + Protocol.HOST -> Reply.ok(warm.status(lease, current.get() != null));
      case "DELETE " + Protocol.HOST -> end(call);
      case "POST " + Protocol.MESSAGES -> messages(call);
      case "POST " + Protocol.REPORTS -> report(call.body(ReportRequest.class));
      case "GET " + Protocol.ENVIRONMENT -> Reply.ok(environment().description());
      case "GET " + Protocol.MAIL -> Reply.ok(new Mail.Page(environment().mails(call.query("to"))));
      case "POST " + Protocol.STUBS -> stub(call.body(StubMapping.class));
      case "POST " + Protocol.FAULTS -> fault(call.body(Fault.class));
      case "DELETE " + Protocol.FAULTS -> lift(call);
      case "POST " + Protocol.OUTAGES -> outage(call.body(Outage.class));
      case "DELETE " + Protocol.OUTAGES -> recover();
      case "GET " + Protocol.INTERACTIONS -> interactions(call);
      case "GET " + Protocol.LOGS -> logs(call);
      default -> Reply.refused(404, "The host has no " + route + ".");
    };
  }

  private @Nullable Reply run(Call call) throws IOException {
    RunRequest request = call.body(RunRequest.class);
    if (request.protocol() != Protocol.VERSION) {
      return Reply.refused(400, ProtocolVersions.mismatch("plugin", request.protocol()));
    }
    if (!turn.take()) {
      return turn.refusal();
    }
    try (EventStream events = new EventStream(call.exchange())) {
      Run run = run(request, events);
      current.set(run);
      events.open(run::close);
      run.execute();
    } finally {
      current.set(null);
      turn.give();
    }
    if (warm.environment().environment().isPresent()) {
      call.afterwards(() -> warm.standby().boot(request.environment()));
    }
    return null;
  }

  private Run run(RunRequest request, EventStream events) {
    return warm.environment().environment().isEmpty()
        ? Run.alone(request, access, session, warm.standby(), events)
        : Run.attached(request, access, session, warm.environment(), warm.standby(), events);
  }

  private @Nullable Reply mutate(Call call) throws IOException {
    MutationRequest request = call.body(MutationRequest.class);
    if (request.run().protocol() != Protocol.VERSION) {
      return Reply.refused(400, ProtocolVersions.mismatch("plugin", request.run().protocol()));
    }
    if (!turn.take()) {
      return turn.refusal();
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
    StartRequest request = call.body(StartRequest.class);
    if (request.protocol() != Protocol.VERSION) {
      return Reply.refused(400, ProtocolVersions.mismatch("plugin", request.protocol()));
    }
    if (!turn.take()) {
      return turn.refusal();
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

  private static Reply report(ReportRequest request) {
    if (request.protocol() != Protocol.VERSION) {
      return Reply.refused(400, ProtocolVersions.mismatch("plugin", request.protocol()));
    }
    AllureReport.write(
        request.project(), Path.of(request.allureResults()), Path.of(request.report()));
    return Reply.done();
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

  private Reply logs(Call call) {
    Instant from = Instant.parse(call.query("from"));
    Instant to = Instant.parse(call.query("to"));
    return Reply.ok(new ServiceLog.Page(environment().logs(call.query("traceId"), from, to)));
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
