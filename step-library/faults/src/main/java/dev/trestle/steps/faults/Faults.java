package dev.trestle.steps.faults;

import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import dev.trestle.protocol.Json;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Breaks edges for the running scenario; the host mends them at its end. */
final class Faults {

  private static final String PROBLEM = "application/problem+json";
  private static final int LEAST_STATUS = 200;
  private static final int MOST_STATUS = 599;
  private static final Pattern PATH =
      Pattern.compile("\\$(?:(?:\\.[^.\\[\\]]+)|\\[(?:[0-9]+|\\*)])+");

  private final ScenarioScope scope;

  Faults(ScenarioScope scope) {
    this.scope = scope;
  }

  /** Calls are answered with a status and a problem document, and do not reach the provider. */
  void answer(String provider, int status, String consumer, CallRange calls) {
    if (status < LEAST_STATUS || status > MOST_STATUS) {
      throw StepFailure.of(status + " is not the status of an answer.")
          .evidence("The final answer to a request has a status from 200 to 599.")
          .fix("Write another status, such as 503.");
    }
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", "Trestle answers in place of " + provider);
    problem.put("status", status);
    add(provider, consumer, calls, new Fault.Answer(status, PROBLEM, Json.write(problem)));
  }

  /** One field of the answers is changed. */
  void changeField(String provider, String consumer, Change change, String path, CallRange calls) {
    String field = scope.resolve(path);
    if (!PATH.matcher(field).matches()) {
      throw StepFailure.of("'" + path + "' does not say which field is meant.")
          .evidence("It is not a path of names and indexes.")
          .fix("Write it as $.total, $.lines[0].net or $.lines[*].net.");
    }
    add(provider, consumer, calls, new Fault.Changed(change, field));
  }

  /** Something is done to calls. */
  void add(String provider, String consumer, CallRange range, Fault.Effect effect) {
    Edge edge = Edge.between(consumer, provider, scope);
    CallPattern calls = range.calls() == null ? null : Call.of(range.calls(), scope);
    scope
        .host()
        .fault(
            new Fault(
                scope.traceId(),
                edge.consumer(),
                edge.provider(),
                calls == null ? null : calls.toString(),
                range.skipped(),
                range.times(),
                effect,
                scope.where()));
  }

  /** Nothing more is done to the calls of an edge. */
  void lift(String provider, String consumer) {
    Edge edge = Edge.between(consumer, provider, scope);
    scope.host().lift(new Fault.Lifted(scope.traceId(), edge.consumer(), edge.provider()));
  }
}
