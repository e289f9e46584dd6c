package dev.trestle.steps.messaging;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.messages.Draft;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
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

  /** Publishes a message with key, headers and body. */
  @Example(
      """
      When I publish to the topic "orders" the message:
        | key         | o-1                 |
        | header kind | cancelled           |
        | body        | {"orderId": "o-1"}  |
      """)
  @When("I publish to the topic {string} the message:")
  public void publishMessage(String topic, DataTable rows) {
    new Topic(topic, scope).publish(1, Draft.of(pairs(rows), scope));
  }

  /** Publishes the same message several times, as a broker may deliver it. */
  @Example(
      """
      When I publish to the topic "orders" 2 times the message:
        | key  | o-1                |
        | body | {"orderId": "o-1"} |
      """)
  @When("I publish to the topic {string} {int} times the message:")
  public void publishTimes(String topic, int times, DataTable rows) {
    new Topic(topic, scope).publish(times, Draft.of(pairs(rows), scope));
  }

  /** Publishes bytes that are neither text nor JSON, which no consumer can read. */
  @Example("When I publish a poison message to the topic \"orders\" with key \"o-1\"")
  @When("I publish a poison message to the topic {string} with key {string}")
  public void publishPoison(String topic, String key) {
    new Topic(topic, scope).poison(key);
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
    new Topic(topic, scope).expect().has(pairs(rows));
  }

  /** Waits up to 10 s for so many messages with these values, and refuses more. */
  @Example(
      """
      Then the topic "orders" has exactly 1 message with:
        | $.orderId | ${order} |
      """)
  @Then("the topic {string} has exactly {int} message(s) with:")
  public void hasExactly(String topic, int count, DataTable rows) {
    new Topic(topic, scope).expect().hasExactly(count, pairs(rows));
  }

  /** Checks that no message has these values, now and until the scenario acts again or ends. */
  @Example(
      """
      Then the topic "orders" has no message with:
        | $.orderId | ${order} |
        | $.total   | 0        |
      """)
  @Then("the topic {string} has no message with:")
  public void hasNone(String topic, DataTable rows) {
    new Topic(topic, scope).expect().hasNone(pairs(rows));
  }

  /** Waits as the step without a time does, then watches for that time that no more come. */
  @Example(
      """
      Then for 200 ms, the topic "orders" has exactly 1 message with:
        | $.orderId | ${order} |
      """)
  @Then("for {duration}, the topic {string} has exactly {int} message(s) with:")
  public void keepsExactly(Duration time, String topic, int count, DataTable rows) {
    new Topic(topic, scope).expect().keepsExactly(time, count, pairs(rows));
  }

  /** Watches for a time that no message with these values comes. */
  @Example(
      """
      Then for 200 ms, the topic "orders.dead" has no message with:
        | $.orderId | ${order} |
      """)
  @Then("for {duration}, the topic {string} has no message with:")
  public void keepsNone(Duration time, String topic, DataTable rows) {
    new Topic(topic, scope).expect().keepsExactly(time, 0, pairs(rows));
  }

  /** Waits up to 10 s until messages are there in this order; order counts for one key only. */
  @Example(
      """
      Then the topic "orders" has these messages in order:
        | $.orderId | $.total |
        | ${order}  | 750     |
      """)
  @Then("the topic {string} has these messages in order:")
  public void hasInOrder(String topic, DataTable rows) {
    new Topic(topic, scope).expect().hasInOrder(rows.asLists());
  }

  private static List<Pair> pairs(DataTable rows) {
    return Pair.of(rows.asLists(), "path and value");
  }
}
