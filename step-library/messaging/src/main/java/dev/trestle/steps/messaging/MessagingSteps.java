package dev.trestle.steps.messaging;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Steps that publish messages and look for them. */
public final class MessagingSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Publishes a message with the scenario's trace. */
  @Example(
      """
      When I publish to the topic "orders" with key "o-1":
        \"""
        {"orderId": "o-1", "total": 750}
        \"""
      """)
  @When("I publish to the topic {string} with key {string}:")
  public void publish(String topic, String key, String value) {
    new Topic(topic, scope).publish(key, value);
  }

  /** Waits up to 10 s for a message with these values. */
  @Example(
      """
      Then the topic "orders" has a message with:
        | $.orderId | ${order} |
        | $.total   | 750      |
      """)
  @Then("the topic {string} has a message with:")
  public void has(String topic, DataTable rows) {
    new Topic(topic, scope).has(pairs(rows));
  }

  /** Waits up to 10 s for so many messages with these values, and refuses more. */
  @Example(
      """
      Then the topic "orders" has exactly 1 message with:
        | $.orderId | ${order} |
      """)
  @Then("the topic {string} has exactly {int} message(s) with:")
  public void hasExactly(String topic, int count, DataTable rows) {
    new Topic(topic, scope).hasExactly(count, pairs(rows));
  }

  /** Checks that no message that is there by now has these values. */
  @Example(
      """
      Then the topic "orders" has no message with:
        | $.orderId | ${order} |
        | $.total   | 0        |
      """)
  @Then("the topic {string} has no message with:")
  public void hasNone(String topic, DataTable rows) {
    new Topic(topic, scope).hasNone(pairs(rows));
  }

  private static List<Pair> pairs(DataTable rows) {
    return Pair.of(rows.asLists(), "path and value");
  }
}
