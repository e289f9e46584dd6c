package dev.trestle.steps.faults;

import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.StubMapping;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes what a virtual service answers to the running scenario. */
final class ThirdParty {

  /** Longer than clients wait; after it the call ends, so that no connection stays for ever. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final ScenarioScope scope;
  private final String name;

  ThirdParty(ScenarioScope scope, String name) {
    Edge.requireService(name, scope);
    this.scope = scope;
    this.name = name;
  }

  /** Answers as a WireMock stub mapping says. */
  void answers(String mapping) {
    Object json;
    try {
      json = Json.parse(scope.resolve(mapping));
    } catch (JsonException e) {
      throw unusable("It is not JSON: " + e.getMessage()).causedBy(e);
    }
    if (!(json instanceof Map<?, ?> object) || !object.containsKey("response")) {
      throw unusable("It is not an object with the members 'request' and 'response'.");
    }
    scope.host().stub(new StubMapping(name, scope.traceId(), json));
  }

  /**
   * Keeps silent at the first of the calls and answers the next ones as ever: a WireMock scenario
   * that leaves its first state with the first call.
   */
  void keepsSilentAtFirst(String calls) {
    CallPattern call = Call.of(calls, scope);
    Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
    mapping.put("scenarioName", name + " does not answer the first " + call);
    mapping.put("requiredScenarioState", "Started");
    mapping.put("newScenarioState", "answering");
    mapping.put("priority", 1);
    String method = call.method() == null ? "ANY" : call.method();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", method);
    request.put("urlPathPattern", call.pathExpression());
    if (!call.query().isEmpty()) {
      request.put("queryParameters", query(call));
    }
    mapping.put("request", request);
    mapping.put("response", Map.of("status", 504, "fixedDelayMilliseconds", SILENCE.toMillis()));
    scope.host().stub(new StubMapping(name, scope.traceId(), mapping));
  }

  /** Each parameter with the values that it must have. */
  private static Map<String, Object> query(CallPattern call) {
    Map<String, Object> query = new LinkedHashMap<>();
    for (CallPattern.Parameter parameter : call.query()) {
      List<Object> values =
          call.query().stream()
              .filter(each -> each.name().equals(parameter.name()))
              .map(each -> each.value())
              .<Object>map(
                  value -> value == null ? Map.of("matches", ".*") : Map.of("equalTo", value))
              .toList();
      query.put(parameter.name(), Map.of("includes", values));
    }
    return query;
  }

  private static StepFailure unusable(String why) {
    return StepFailure.of("The doc string is no WireMock stub mapping.")
        .evidence(why)
        .fix("Write it as in https://wiremock.org/docs/stubbing/: request and response.");
  }
}
