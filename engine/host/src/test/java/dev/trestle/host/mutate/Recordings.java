package dev.trestle.host.mutate;

import dev.trestle.host.edge.PathTemplates;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recordings for tests. */
final class Recordings {

  static final Operation QUOTE = new Operation("checkout", "pricing", "POST", "/quotes", 201);

  private Recordings() {}

  static ScenarioResult result(String name, long millis, Status status) {
    return result(name, millis, status, null);
  }

  static ScenarioResult result(String name, long millis, Status status, @Nullable String message) {
    return new ScenarioResult(
        name + ".feature › " + name,
        "Shop",
        name,
        name + ".feature:3",
        status,
        millis,
        message == null ? null : "Then it is so",
        message);
  }

  static Interaction quoted(String body) {
    return answer("checkout", "pricing", "POST", "/quotes?x=1", 201, body, "");
  }

  static Interaction answer(
      String consumer,
      String provider,
      String method,
      String path,
      int status,
      String body,
      String fault) {
    return new Interaction(
        consumer,
        provider,
        method,
        path,
        Map.of(),
        "",
        0,
        status,
        Map.of("content-type", "application/json"),
        body,
        body.length(),
        "2026-01-01T00:00:00Z",
        1,
        fault);
  }

  /** The same with a scenario's trace id. */
  static Interaction traced(Interaction plain, String traceId) {
    return new Interaction(
        plain.consumer(),
        plain.provider(),
        plain.method(),
        plain.path(),
        Map.of("traceparent", "00-" + traceId + "-b7ad6b7169203331-01"),
        plain.requestBody(),
        plain.requestBytes(),
        plain.status(),
        plain.responseHeaders(),
        plain.responseBody(),
        plain.responseBytes(),
        plain.startedAt(),
        plain.millis(),
        plain.fault());
  }

  /** Scenarios that take 100, 200 … ms and each see one quote. */
  static Recording quotes(String body, String... scenarios) {
    Recorder recorder = new Recorder(new PathTemplates());
    long millis = 0;
    for (String name : scenarios) {
      millis += 100;
      recorder.add(result(name, millis, Status.PASSED), false, List.of(quoted(body)));
    }
    return recorder.recording(Map.of("the features", "1"));
  }
}
