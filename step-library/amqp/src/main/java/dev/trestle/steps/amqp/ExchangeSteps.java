package dev.trestle.steps.amqp;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.messages.Draft;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;

/** Steps about exchanges: messages published to them, and those that come to them. */
public final class ExchangeSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /**
   * Catches the messages of an exchange from now on; {@code #} and {@code *} as the broker does.
   */
  @Example("Given I listen to the exchange \"orders\" with the routing key \"order.#\"")
  @Given("I listen to the exchange {string} with the routing key {string}")
  public void listen(String exchange, String key) {
    Place.exchange(exchange, scope).listen(key);
  }

  /** Publishes a message with key, headers and body. */
  @Example(
      """
      When I publish to the exchange "orders" the message:
        | key            | order.placed        |
        | header kind    | cancelled           |
        | body           | {"orderId": "o-1"}  |
      """)
  @When("I publish to the exchange {string} the message:")
  public void publish(String exchange, DataTable rows) {
    Place.exchange(exchange, scope).publish(1, Draft.of(pairs(rows), scope));
  }

  /** Publishes the same message several times, as a broker may deliver it. */
  @Example(
      """
      When I publish to the exchange "orders" 2 times the message:
        | key            | order.placed        |
        | body           | {"orderId": "o-1"}  |
      """)
  @When("I publish to the exchange {string} {int} times the message:")
  public void publishTimes(String exchange, int times, DataTable rows) {
    Place.exchange(exchange, scope).publish(times, Draft.of(pairs(rows), scope));
  }

  /**
   * Waits up to 10 s until a message with these values came to an exchange that the scenario
   * listens to.
   */
  @Example(
      """
      Then the exchange "orders" has a message with:
        | key       | order.placed |
        | $.orderId | ${order}     |
      """)
  @Then("the exchange {string} has a message with:")
  public void has(String exchange, DataTable rows) {
    Place.exchange(exchange, scope).expect().has(pairs(rows));
  }

  /** Waits up to 10 s for so many messages with these values, and refuses more. */
  @Example(
      """
      Then the exchange "orders" has exactly 1 message with:
        | $.orderId | ${order} |
      """)
  @Then("the exchange {string} has exactly {int} message(s) with:")
  public void hasExactly(String exchange, int count, DataTable rows) {
    Place.exchange(exchange, scope).expect().hasExactly(count, pairs(rows));
  }

  /** Waits as the step without a time does, then watches for that time that no more come. */
  @Example(
      """
      Then for 200 ms, the exchange "orders" has exactly 1 message with:
        | $.orderId | ${order} |
      """)
  @Then("for {duration}, the exchange {string} has exactly {int} message(s) with:")
  public void keepsExactly(Duration time, String exchange, int count, DataTable rows) {
    Place.exchange(exchange, scope).expect().keepsExactly(time, count, pairs(rows));
  }

  /** Checks that no message has these values, now and until the scenario acts again or ends. */
  @Example(
      """
      Then the exchange "orders" has no message with:
        | $.orderId | ${order} |
        | $.total   | 0        |
      """)
  @Then("the exchange {string} has no message with:")
  public void hasNone(String exchange, DataTable rows) {
    Place.exchange(exchange, scope).expect().hasNone(pairs(rows));
  }

  /** Watches for a time that no message with these values comes. */
  @Example(
      """
      Then for 200 ms, the exchange "orders" has no message with:
        | $.orderId | ${order} |
        | $.total   | 0        |
      """)
  @Then("for {duration}, the exchange {string} has no message with:")
  public void keepsNone(Duration time, String exchange, DataTable rows) {
    Place.exchange(exchange, scope).expect().keepsExactly(time, 0, pairs(rows));
  }

  /** Waits up to 10 s until messages are there in this order; others may be between them. */
  @Example(
      """
      Then the exchange "orders" has these messages in order:
        | $.orderId | $.total |
        | ${order}  | 750     |
      """)
  @Then("the exchange {string} has these messages in order:")
  public void hasInOrder(String exchange, DataTable rows) {
    Place.exchange(exchange, scope).expect().hasInOrder(rows.asLists());
  }

  private static List<Pair> pairs(DataTable rows) {
    return Pair.of(rows.asLists(), "path and value");
  }
}
