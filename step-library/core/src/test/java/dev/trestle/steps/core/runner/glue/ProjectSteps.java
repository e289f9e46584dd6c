package dev.trestle.steps.core.runner.glue;

import dev.trestle.protocol.Protocol;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import io.cucumber.java.PendingException;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** A project's own steps, beside the step library. */
public final class ProjectSteps {

  private static final CyclicBarrier MEETING = new CyclicBarrier(4);

  private final ScenarioScope scope = ScenarioScope.current();
  private final Basket basket;

  /** PicoContainer gives the basket. */
  public ProjectSteps(Basket basket) {
    this.basket = basket;
  }

  /** What the object factory shares between step classes. */
  public static final class Basket {
    private int items;
  }

  @Given("a basket with {int} item(s)")
  public void basket(int items) {
    basket.items = items;
    scope.attach("Basket", "text/plain", "of " + scope.alias("Ada") + ": " + items);
  }

  @Then("it has {int} item(s)")
  public void has(int items) {
    if (basket.items != items) {
      throw StepFailure.of("The basket has " + basket.items + " items, not " + items + ".")
          .evidence("It was sent 'Bearer abcdefghijklmnop'.")
          .fix("Count again.");
    }
  }

  @When("a long letter is read")
  public void letter() {
    scope.attach(
        "Letter",
        "text/plain",
        "all that is written to " + scope.alias("Ada"),
        Map.of("letter", "to " + scope.alias("Ada")));
  }

  @When("it is not written yet")
  public void pending() {
    throw new PendingException("The team is at it.");
  }

  @When("it is {word}")
  public void one(String word) {
    throw new IllegalStateException(word);
  }

  @When("it is ambiguous")
  public void other() {
    throw new IllegalStateException();
  }

  @Given("a clean-up that fails")
  public void cleanUp() {
    scope.onEnd(
        "drop the table",
        () -> {
          throw new IllegalStateException("the table is locked");
        });
  }

  @When("four scenarios run at once")
  public void meet() throws Exception {
    MEETING.await(30, TimeUnit.SECONDS);
  }

  @When("the run takes forever")
  public void forever() throws Exception {
    Files.writeString(Path.of("waiting"), "");
    new CountDownLatch(1).await();
  }

  @When("the scenario {string} is known")
  public void known(String name) {
    scope.attach("Traceparent", "text/plain", Protocol.TRACEPARENT + ": " + scope.traceId());
  }

  @io.cucumber.java.Before
  public void before(Scenario scenario) {
    scope.set("name", scenario.getName());
  }

  /** Ends this virtual machine as if all were well. */
  @When("the step exits with code {int}")
  public void exits(int code) {
    System.exit(code);
  }
}
