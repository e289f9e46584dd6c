package dev.trestle.host.server.glue;

import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

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
  public void hangs() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Says what to fail with. */
  @Then("it fails with {string}")
  public void fails(String message) {
    throw new AssertionError(message);
  }
}
