package dev.trestle.steps.faults.glue;

import dev.trestle.protocol.Interaction;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Plays the system whose services call each other. */
public final class SystemSteps {

  /** What was called, by trace id. */
  public static final Map<String, List<Interaction>> CALLS = new ConcurrentHashMap<>();

  private static final Set<String> SLOW = ConcurrentHashMap.newKeySet();

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
    return call(consumer, "acquirer", method, path, headers, status, "2026-11-25T00:00:00Z");
  }

  private static Interaction call(
      String consumer,
      String provider,
      String method,
      String path,
      Map<String, String> headers,
      int status,
      String startedAt) {
    return new Interaction(
        consumer,
        provider,
        method,
        path,
        headers,
        "{\"amount\":833,\"currency\":\"EUR\"}",
        31,
        status,
        Map.of(),
        "{\"status\":\"AUTHORISED\"}",
        23,
        startedAt,
        12,
        status == 503 ? "answered 503 in the provider's place" : "");
  }

  @When("nothing was called")
  public void nothing() {
    CALLS.put(ScenarioScope.current().traceId(), List.of());
  }

  @When("a message was sent")
  public void sent() {
    ScenarioScope.current().newTraceparent();
    nothing();
  }

  /** A call without an answer, which takes longer each time that it is looked at. */
  @When("a call is in progress")
  public void inProgress() {
    SLOW.add(ScenarioScope.current().traceId());
    callsOnce("checkout", "payment", "POST /payments", "");
  }

  /** The calls of a scenario, as they are now. */
  public static List<Interaction> calls(String traceId) {
    List<Interaction> calls = CALLS.getOrDefault(traceId, List.of());
    return SLOW.contains(traceId)
        ? calls.stream().map(each -> later(each, System.nanoTime())).toList()
        : calls;
  }

  private static Interaction later(Interaction call, long millis) {
    return new Interaction(
        call.consumer(),
        call.provider(),
        call.method(),
        call.path(),
        call.requestHeaders(),
        call.requestBody(),
        call.requestBytes(),
        0,
        Map.of(),
        "",
        0,
        call.startedAt(),
        millis,
        "");
  }

  @When("only the stock was asked")
  public void asked() {
    CALLS.put(
        ScenarioScope.current().traceId(), List.of(call("GET", "inventory", "/stock/7", 200, 1)));
  }

  @When("{string} calls {string} for {string} with {string}")
  public void callsOnce(String consumer, String provider, String calls, String body) {
    String[] parts = calls.split(" ", 2);
    Map<String, String> headers = Map.of("idempotency-key", "key-" + (body.length() % 7));
    List<Interaction> all =
        new ArrayList<>(CALLS.getOrDefault(ScenarioScope.current().traceId(), List.of()));
    all.add(
        new Interaction(
            consumer,
            provider,
            parts[0],
            parts[1],
            headers,
            body,
            body.length(),
            200,
            Map.of(),
            body,
            body.length(),
            "2026-11-25T00:00:%02dZ".formatted(all.size()),
            body.equals("slow") ? 9000 : 900,
            ""));
    CALLS.put(ScenarioScope.current().traceId(), List.copyOf(all));
  }

  /** A call that comes later, as a Then step of a project may wait for it. */
  @Then("later {string} calls {string} for {string}")
  public void callsLater(String consumer, String provider, String calls) {
    callsOnce(consumer, provider, calls, "");
  }

  /** Such a call with a body: one that is slow, or one with another key than others. */
  @Then("later {string} calls {string} for {string} with {string}")
  public void callsLaterWith(String consumer, String provider, String calls, String body) {
    callsOnce(consumer, provider, calls, body);
  }

  @When("an order was refused")
  public void refused() {
    CALLS.put(
        ScenarioScope.current().traceId(),
        List.of(
            call("POST", "payment", "/payments", 201, 1),
            call("POST", "inventory", "/reservations/7/release", 200, 2)));
  }

  @When("an order was paid")
  public void paid() {
    CALLS.put(
        ScenarioScope.current().traceId(),
        List.of(
            call("POST", "inventory", "/reservations", 201, 1),
            call("POST", "payment", "/payments", 201, 2),
            call("POST", "inventory", "/reservations/7/commit", 200, 3),
            call("GET", "payment", "/payments/7", 200, 4),
            call("payment", "POST", "/authorisations", "00-a", 201),
            call("payment", "POST", "/authorisations", "00-b", 201),
            call("cart", "pricing", "POST", "/quotes", Map.of(), 200, "2026-11-25T00:00:05Z")));
  }

  @When("an order was placed")
  public void order() {
    CALLS.put(
        ScenarioScope.current().traceId(),
        List.of(
            call("POST", "inventory", "/reservations", 201, 1),
            call("POST", "payment", "/payments", 201, 2),
            call("POST", "inventory", "/reservations/7/commit", 503, 3),
            call("POST", "payment", "/payments/7/void", 200, 4)));
  }

  private static Interaction call(
      String method, String provider, String path, int status, int second) {
    String startedAt = "2026-11-25T00:00:0" + second + "Z";
    return call("checkout", provider, method, path, Map.of(), status, startedAt);
  }
}
