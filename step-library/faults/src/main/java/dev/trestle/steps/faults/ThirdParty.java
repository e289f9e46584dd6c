package dev.trestle.steps.faults;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.StubMapping;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
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
    Call call = Call.of(calls, scope);
    Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
    mapping.put("scenarioName", name + " does not answer the first " + call);
    mapping.put("requiredScenarioState", "Started");
    mapping.put("newScenarioState", "answering");
    mapping.put("priority", 1);
    String method = call.method() == null ? "ANY" : call.method();
    mapping.put("request", Map.of("method", method, "urlPathPattern", call.pathPattern()));
    mapping.put("response", Map.of("status", 504, "fixedDelayMilliseconds", SILENCE.toMillis()));
    scope.host().stub(new StubMapping(name, scope.traceId(), mapping));
  }

  private static StepFailure unusable(String why) {
    return StepFailure.of("The doc string is no WireMock stub mapping.")
        .evidence(why)
        .fix("Write it as in https://wiremock.org/docs/stubbing/: request and response.");
  }
}
