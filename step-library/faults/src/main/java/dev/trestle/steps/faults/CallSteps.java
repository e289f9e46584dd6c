package dev.trestle.steps.faults;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Then;

/** Steps about the calls between services in the running scenario. */
public final class CallSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** For the object factory. */
  public CallSteps() {}

  /** Waits up to 10 seconds until one service called another exactly so often. */
  @Example("Then \"payment\" called \"acquirer\" 2 times for \"POST /authorisations\"")
  @Then("{string} called {string} {int} time(s) for {string}")
  public void called(String consumer, String provider, int count, String calls) {
    new Calls(scope, consumer, provider, calls).requireCount(count);
  }

  /** All of some calls had the same value of a header, such as an idempotency key. */
  @Example(
      "Then all calls of \"payment\" to \"acquirer\" for \"POST /authorisations\" have the same header"
          + " \"Idempotency-Key\"")
  @Then("all calls of {string} to {string} for {string} have the same header {string}")
  public void sameHeader(String consumer, String provider, String calls, String header) {
    new Calls(scope, consumer, provider, calls).requireSameHeader(header);
  }
}
