package dev.trestle.steps.faults;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Json;
import dev.trestle.steps.core.ScenarioScope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Breaks edges for the running scenario; the host mends them at its end. */
final class Faults {

  private static final String PROBLEM = "application/problem+json";

  private final ScenarioScope scope;

  Faults(ScenarioScope scope) {
    this.scope = scope;
  }

  void answer(String provider, int status, String consumer, @Nullable String calls) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", "Trestle answers in place of " + provider);
    problem.put("status", status);
    add(provider, consumer, calls, new Fault.Answer(status, PROBLEM, Json.write(problem)));
  }

  void delay(String provider, Duration delay, String consumer, @Nullable String calls) {
    add(provider, consumer, calls, new Fault.Delay(delay.toMillis()));
  }

  private void add(String provider, String consumer, @Nullable String calls, Fault.Effect effect) {
    Edge edge = Edge.between(consumer, provider, scope);
    Call call = calls == null ? null : Call.of(calls, scope);
    scope
        .host()
        .fault(
            new Fault(
                scope.traceId(),
                edge.consumer(),
                edge.provider(),
                call == null ? null : call.method(),
                call == null ? null : call.pathAndQueryPattern(),
                0,
                effect));
  }
}
