package dev.trestle.steps.faults.glue;

import dev.trestle.protocol.Interaction;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plays the system whose services call each other. */
public final class SystemSteps {

  /** What was called, by trace id. */
  public static final Map<String, List<Interaction>> CALLS = new ConcurrentHashMap<>();

  /** For the object factory. */
  public SystemSteps() {}

  @When("the system has run")
  public void run() {
    CALLS.put(
        ScenarioScope.current().traceId(),
        List.of(
            call("payment", "POST", "/authorisations", "00-a", 0),
            call("payment", "POST", "/authorisations?retry=1", "00-b", 201),
            call("payment", "GET", "/authorisations/7", "00-c", 200),
            call("", "POST", "/authorisations", "00-a", 0)));
  }

  private static Interaction call(
      String consumer, String method, String path, String span, int status) {
    Map<String, String> headers = Map.of("idempotency-key", "key-1", "traceparent", span);
    return new Interaction(
        consumer, "acquirer", method, path, headers, "", status, "", "2026-11-25T00:00:00Z", 12);
  }
}
