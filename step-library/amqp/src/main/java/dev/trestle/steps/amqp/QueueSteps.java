package dev.trestle.steps.amqp;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.messages.Draft;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;

/** Steps about queues that no service consumes, such as those for dead letters. */
public final class QueueSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Publishes a message with headers and body. */
  @Example(
      """
      When I publish to the queue "orders.dead" the message:
        | header kind    | cancelled           |
        | body           | {"orderId": "o-1"}  |
      """)
  @When("I publish to the queue {string} the message:")
  public void publish(String queue, DataTable rows) {
    Place.queue(queue, scope).publish(1, Draft.of(pairs(rows), scope));
  }

  /** Publishes the same message several times, as a broker may deliver it. */
  @Example(
      """
      When I publish to the queue "orders.dead" 2 times the message:
        | body           | {"orderId": "o-1"}  |
      """)
  @When("I publish to the queue {string} {int} times the message:")
  public void publishTimes(String queue, int times, DataTable rows) {
    Place.queue(queue, scope).publish(times, Draft.of(pairs(rows), scope));
  }

  /** Waits up to 10 s until a message with these values is in a queue that no service consumes. */
  @Example(
      """
      Then the queue "orders.dead" has a message with:
        | $.orderId | ${order}     |
      """)
  @Then("the queue {string} has a message with:")
  public void has(String queue, DataTable rows) {
    Place.queue(queue, scope).expect().has(pairs(rows));
  }

  /** Waits up to 10 s for so many messages with these values, and refuses more. */
  @Example(
      """
      Then the queue "orders.dead" has exactly 1 message with:
        | $.orderId | ${order} |
      """)
  @Then("the queue {string} has exactly {int} message(s) with:")
  public void hasExactly(String queue, int count, DataTable rows) {
    Place.queue(queue, scope).expect().hasExactly(count, pairs(rows));
  }

  /** Waits as the step without a time does, then watches for that time that no more come. */
  @Example(
      """
      Then for 200 ms, the queue "orders.dead" has exactly 1 message with:
        | $.orderId | ${order} |
      """)
  @Then("for {duration}, the queue {string} has exactly {int} message(s) with:")
  public void keepsExactly(Duration time, String queue, int count, DataTable rows) {
    Place.queue(queue, scope).expect().keepsExactly(time, count, pairs(rows));
  }

  /** Checks that no message has these values, now and until the scenario acts again or ends. */
  @Example(
      """
      Then the queue "orders.dead" has no message with:
        | $.orderId | ${order} |
        | $.total   | 0        |
      """)
  @Then("the queue {string} has no message with:")
  public void hasNone(String queue, DataTable rows) {
    Place.queue(queue, scope).expect().hasNone(pairs(rows));
  }

  /** Watches for a time that no message with these values comes. */
  @Example(
      """
      Then for 200 ms, the queue "orders.dead" has no message with:
        | $.orderId | ${order} |
        | $.total   | 0        |
      """)
  @Then("for {duration}, the queue {string} has no message with:")
  public void keepsNone(Duration time, String queue, DataTable rows) {
    Place.queue(queue, scope).expect().keepsExactly(time, 0, pairs(rows));
  }

  /** Waits up to 10 s until messages are there in this order; others may be between them. */
  @Example(
      """
      Then the queue "orders.dead" has these messages in order:
        | $.orderId | $.total |
        | ${order}  | 750     |
      """)
  @Then("the queue {string} has these messages in order:")
  public void hasInOrder(String queue, DataTable rows) {
    Place.queue(queue, scope).expect().hasInOrder(rows.asLists());
  }

  private static List<Pair> pairs(DataTable rows) {
    return Pair.of(rows.asLists(), "path and value");
  }
}
