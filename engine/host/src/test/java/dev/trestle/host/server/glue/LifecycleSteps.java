package dev.trestle.host.server.glue;

import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
}
