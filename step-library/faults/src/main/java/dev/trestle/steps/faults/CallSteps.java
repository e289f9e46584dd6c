package dev.trestle.steps.faults;

import dev.trestle.protocol.Interaction;
import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.json.JsonCheck;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** Steps about the calls between services in the running scenario. In a path, * is one segment. */
public final class CallSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** For the object factory. */
  public CallSteps() {}

  /**
   * Waits up to 10 seconds until one service called another exactly so often, and checks it again
   * when the scenario goes on to act and at its end.
   */
  @Example("Then \"checkout\" called \"payment\" 2 times")
  @Then("{string} called {string} {int} time(s)")
  public void calledAtAll(String consumer, String provider, int count) {
    new Calls(scope, consumer, provider, null).requireCount(count);
  }

  /**
   * Waits up to 10 seconds until one service made some calls to another exactly so often, and
   * checks it again when the scenario goes on to act and at its end.
   */
  @Example("Then \"payment\" called \"acquirer\" 2 times for \"POST /authorisations\"")
  @Then("{string} called {string} {int} time(s) for {string}")
  public void called(String consumer, String provider, int count, String calls) {
    new Calls(scope, consumer, provider, calls).requireCount(count);
  }

  /** One service has not called another in this scenario, now and when the scenario goes on. */
  @Example("Then \"checkout\" never called \"payment\"")
  @Then("{string} never called {string}")
  public void neverCalled(String consumer, String provider) {
    new Calls(scope, consumer, provider, null).requireCount(0);
  }

  /** One service has made none of some calls to another, now and when the scenario goes on. */
  @Example("Then \"checkout\" never called \"payment\" for \"POST /payments/*/capture\"")
  @Then("{string} never called {string} for {string}")
  public void neverCalledFor(String consumer, String provider, String calls) {
    new Calls(scope, consumer, provider, calls).requireCount(0);
  }

  /**
   * One service has not called another since it first made some calls to a third one, now and when
   * the scenario goes on.
   */
  @Example(
      "Then \"checkout\" did not call \"payment\" after calling \"inventory\" for"
          + " \"POST /reservations/*/release\"")
  @Then("{string} did not call {string} after calling {string} for {string}")
  public void notAfter(String consumer, String provider, String before, String calls) {
    Calls event = new Calls(scope, consumer, before, calls);
    new Calls(scope, consumer, provider, null).requireNoneAfter(event);
  }

  /**
   * One service has made none of some calls to another since it first made some calls to a third
   * one, now and when the scenario goes on.
   */
  @Example(
      "Then \"checkout\" did not call \"payment\" for \"POST /payments\" after calling \"inventory\""
          + " for \"POST /reservations/*/release\"")
  @Then("{string} did not call {string} for {string} after calling {string} for {string}")
  public void notAfterFor(
      String consumer, String provider, String calls, String before, String callsBefore) {
    Calls event = new Calls(scope, consumer, before, callsBefore);
    new Calls(scope, consumer, provider, calls).requireNoneAfter(event);
  }

  /** Calls were made in an order, each after the one of the row before; others may be between. */
  @Example(
      """
      Then these calls were made in this order:
        | checkout | inventory | POST /reservations          |
        | checkout | payment   | POST /payments              |
        | checkout | inventory | POST /reservations/*/commit |
      """)
  @Then("these calls were made in this order:")
  public void order(DataTable rows) {
    new CallOrder(scope).require(rows.cells());
  }

  /** Two or more calls had the same value of a header, such as an idempotency key. */
  @Example(
      "Then all calls of \"payment\" to \"acquirer\" for \"POST /authorisations\" have the same header"
          + " \"Idempotency-Key\"")
  @Then("all calls of {string} to {string} for {string} have the same header {string}")
  public void sameHeader(String consumer, String provider, String calls, String header) {
    new Calls(scope, consumer, provider, calls).requireSameHeader(header);
  }

  /** The last of some calls carried JSON with these values at these paths to its provider. */
  @Example(
      """
      Then the last call of "checkout" to "payment" for "POST /payments" says:
        | $.amount   | 833 |
        | $.currency | EUR |
      """)
  @Then("the last call of {string} to {string} for {string} says:")
  public void says(String consumer, String provider, String calls, DataTable values) {
    Interaction call = new Calls(scope, consumer, provider, calls).last();
    new JsonCheck(new CallBody("The call's body", call.requestBody(), consumer), scope)
        .has(Pair.of(values.cells(), "path and value"));
  }

  /** The last of some calls was answered with JSON that has these values at these paths. */
  @Example(
      """
      Then the last call of "checkout" to "payment" for "POST /payments" is answered with:
        | $.status | AUTHORISED |
      """)
  @Then("the last call of {string} to {string} for {string} is answered with:")
  public void answered(String consumer, String provider, String calls, DataTable values) {
    Interaction call = new Calls(scope, consumer, provider, calls).last();
    new JsonCheck(new CallBody("The answer's body", call.responseBody(), consumer), scope)
        .has(Pair.of(values.cells(), "path and value"));
  }

  /** Every call of one service to another was over in less time than that. */
  @Example("Then every call of \"cart\" to \"pricing\" took less than 500 ms")
  @Then("every call of {string} to {string} took less than {duration}")
  public void faster(String consumer, String provider, Duration bound) {
    new Calls(scope, consumer, provider, null).requireFasterThan(bound);
  }

  /** Each of some calls of one service to another was over in less time than that. */
  @Example("Then every call of \"cart\" to \"pricing\" for \"POST /quotes\" took less than 500 ms")
  @Then("every call of {string} to {string} for {string} took less than {duration}")
  public void fasterFor(String consumer, String provider, String calls, Duration bound) {
    new Calls(scope, consumer, provider, calls).requireFasterThan(bound);
  }
}
