package dev.trestle.host.server.glue;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.StubMapping;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/** Steps for the tests of the host's life. */
public final class LifecycleSteps {

  /** Calls the service. */
  @Given("the service answers")
  public void answers() throws IOException {
    URI health = URI.create(ScenarioScope.current().address("tiny") + "/health");
    HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
    if (connection.getResponseCode() != 200) {
      throw new AssertionError("The service answered " + connection.getResponseCode());
    }
  }

  /** Saves a token that nobody knew, prints it, and ends the runner when that is asked for. */
  @When("the step prints a new token and then {word}")
  public void prints(String end) {
    String token = "n3wT0kenZ9q4X7" + end;
    System.out.print("unfinished ");
    ScenarioScope.current().set("token", token);
    System.out.println("got " + token);
    System.err.print("last ");
    System.err.print(token);
    switch (end) {
      case "exits" -> System.exit(1);
      case "halts" -> Runtime.getRuntime().halt(137);
      default -> {}
    }
  }

  /** Asks the peer of the service, which says what it was answered. */
  @Given("the service of {string} is answered {string} by its peer")
  public void peer(String service, String expected) throws IOException {
    URI peer = URI.create(ScenarioScope.current().address(service) + "/peer");
    HttpURLConnection connection = (HttpURLConnection) peer.toURL().openConnection();
    connection.setRequestProperty("traceparent", ScenarioScope.current().newTraceparent());
    String said = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!said.equals(expected)) {
      throw new AssertionError("The peer of " + service + ": " + said);
    }
  }

  /** Has one edge answer 503 in this scenario. */
  @Given("{string} answers 503 to {string} here")
  public void answers503(String provider, String consumer) {
    ScenarioScope scope = ScenarioScope.current();
    Fault.Effect effect = new Fault.Answer(503, "text/plain", "no");
    scope.host().fault(new Fault(scope.traceId(), consumer, provider, null, 0, 0, effect));
  }

  /** Has a virtual service answer 418 in this scenario. */
  @Given("the third party {string} answers 418 here")
  public void answers418(String service) {
    ScenarioScope scope = ScenarioScope.current();
    Map<String, Object> mapping =
        Map.of(
            "request", Map.of("method", "GET", "url", "/hello"),
            "response", Map.of("status", 418));
    scope.host().stub(new StubMapping(service, scope.traceId(), mapping));
  }

  /** Has a service end for the rest of the scenario. */
  @Given("the service {string} is stopped")
  public void stopped(String service) {
    ScenarioScope scope = ScenarioScope.current();
    scope.onEnd("bring all back", scope.host()::recover);
    scope.host().outage(new Outage(scope.traceId(), new Outage.Stopped(service)));
  }

  /** Waits until the runner is ended. */
  @When("the scenario hangs")
  public void hangs() throws IOException, InterruptedException {
    Files.createFile(ScenarioScope.current().directory().resolve("hanging"));
    new CountDownLatch(1).await();
  }

  /** Ends after another scenario has come to hang, so that the host has heard of both. */
  @When("another scenario hangs")
  public void anotherHangs() {
    Path hanging = ScenarioScope.current().directory().resolve("hanging");
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(hanging));
  }

  /** Says what to fail with. */
  @Then("it fails with {string}")
  public void fails(String message) {
    throw new AssertionError(message);
  }

  /** Does nothing. */
  @Given("all is well")
  public void allIsWell() {}

  /** Ends this virtual machine as if all were well. */
  @When("the step exits with code {int}")
  public void exits(int code) {
    System.exit(code);
  }

  /** Ends this virtual machine without its shutdown hooks. */
  @When("the step halts with code {int}")
  public void halts(int code) {
    Runtime.getRuntime().halt(code);
  }

  /** Takes all the memory there is. */
  @When("the step needs too much memory")
  public void needsTooMuchMemory() {
    List<long[]> all = new ArrayList<>();
    while (true) {
      all.add(new long[16 * 1024 * 1024]);
    }
  }

  /** Throws an error that no step should. */
  @When("the step throws a {word}")
  public void throwsError(String name) {
    throw name.equals("StackOverflowError")
        ? new StackOverflowError()
        : new LinkageError("of the step");
  }
}
