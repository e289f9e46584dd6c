package dev.trestle.steps.core;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.HostException;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.ScenarioEnd;
import dev.trestle.protocol.ServiceLog;
import dev.trestle.steps.core.internal.CallLines;
import dev.trestle.steps.core.internal.HostSession;
import dev.trestle.steps.core.internal.Locations;
import io.cucumber.core.backend.Status;
import io.cucumber.core.backend.TestCaseState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens before a scenario's first and after its last hook. */
final class ScenarioLifecycle {

  private static final Set<Status> PASSING = EnumSet.of(Status.PASSED, Status.SKIPPED);

  /** The tag of a scenario whose faults need not be met. */
  private static final String UNUSED_FAULTS = "@unused-faults";

  private ScenarioLifecycle() {}

  static void begin(TestCaseState state) {
    boolean alone = AloneScenarios.isStarting();
    HostSession session = HostSession.current();
    if (session != null) {
      enter(session, alone);
    }
    boolean begun = false;
    try {
      ScenarioScope.begin(
          session,
          (name, mediaType, content) -> state.attach(content, mediaType, name),
          location(state),
          alone);
      begun = true;
    } finally {
      if (!begun && session != null) {
        session.lanes().leave(alone); // Without a scope its end cannot.
      }
    }
  }

  private static String location(TestCaseState state) {
    return Locations.file(state.getUri()) + ":" + state.getLine();
  }

  private static void enter(HostSession session, boolean alone) {
    try {
      session.lanes().enter(alone);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for other scenarios.", e);
    }
  }

  static void end(TestCaseState state) {
    ScenarioScope scope = ScenarioScope.orNull();
    if (scope == null) {
      return;
    }
    HostSession session = HostSession.current();
    try {
      end(state, scope);
    } finally {
      ScenarioScope.end();
      if (session != null) {
        session.lanes().leave(scope.isAlone());
      }
    }
  }

  private static void end(TestCaseState state, ScenarioScope scope) {
    HostClient host = scope.hostOrNull();
    if (host != null) {
      scope
          .cleanUps()
          .addLast("end the scenario's faults and stubs", () -> end(host, scope, state));
    }
    scope.heldEvidence().end();
    List<CleanUps.Failure> failures = new ArrayList<>();
    if (PASSING.contains(state.getStatus())) {
      failures.addAll(scope.keptChecks().end());
    }
    failures.addAll(scope.cleanUps().run());
    if (!failures.isEmpty() || !PASSING.contains(state.getStatus())) {
      scope.heldEvidence().attach();
    }
    if (host != null && (state.getStatus() == Status.FAILED || !failures.isEmpty())) {
      attachCalls(host, scope);
      attachLogs(host, scope);
    }
    raise(failures.isEmpty() ? null : failure(failures));
  }

  private static void end(HostClient host, ScenarioScope scope, TestCaseState state) {
    if (scope.environment().services().isEmpty()) {
      return;
    }
    boolean mayBeUnused = state.getSourceTagNames().contains(UNUSED_FAULTS);
    ScenarioEnd end =
        host.endScenario(scope.traceId(), state.getName(), location(state), mayBeUnused);
    if (!end.faults().isEmpty()) {
      scope.attach("Faults", "text/plain", String.join("\n", end.faults()));
    }
    if (!end.contracts().isEmpty()) {
      scope.attach("Violated contracts", "text/plain", String.join("\n\n", end.contracts()));
    }
    if (!end.unused().isEmpty()) {
      String unused = String.join("\n\n", end.unused());
      scope.attach("Unused faults", "text/plain", unused);
      if (end.unusedFails() && state.getStatus() == Status.PASSED) {
        throw StepFailure.of(unused).look(""); // where to look is in each message
      }
    }
  }

  private static void attachCalls(HostClient host, ScenarioScope scope) {
    try {
      List<Interaction> calls = host.interactions(scope.traceId());
      if (!calls.isEmpty()) {
        scope.attach("Calls of the scenario", "text/plain", CallLines.of(calls));
      }
    } catch (HostException e) {
      scope.attach("Calls of the scenario", "text/plain", "Not available: " + e.getMessage());
    }
  }

  private static void attachLogs(HostClient host, ScenarioScope scope) {
    try {
      for (ServiceLog log : host.logs(scope.traceId(), scope.startedAt(), Instant.now())) {
        if (!log.lines().isEmpty()) {
          scope.attach("Log of " + log.service(), "text/plain", String.join("\n", log.lines()));
        }
      }
    } catch (HostException e) {
      scope.attach("Logs of the services", "text/plain", "Not available: " + e.getMessage());
    }
  }

  private static StepFailure failure(List<CleanUps.Failure> failures) {
    CleanUps.Failure first = failures.get(0);
    if (failures.size() == 1 && first.cause() instanceof StepFailure told) {
      return told;
    }
    StringBuilder evidence = new StringBuilder();
    for (CleanUps.Failure failure : failures) {
      evidence.append("To ").append(failure.what()).append(": ").append(failure.cause());
      evidence.append('\n');
    }
    return StepFailure.of("Could not " + first.what() + " at the scenario's end.")
        .evidence(evidence.toString())
        .fix("The steps before it are not affected; see to it that nothing is left behind.")
        .causedBy(first.cause());
  }

  private static void raise(@Nullable StepFailure failure) {
    if (failure != null) {
      throw failure;
    }
  }
}
