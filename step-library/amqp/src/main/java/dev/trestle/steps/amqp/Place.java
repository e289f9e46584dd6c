package dev.trestle.steps.amqp;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.messages.Draft;
import dev.trestle.steps.core.messages.Expectation;
import dev.trestle.steps.core.messages.Message;
import dev.trestle.steps.core.messages.MessageSource;
import java.util.List;

/** An exchange or a queue as a scenario sees it. */
final class Place implements MessageSource {

  private final ScenarioScope scope;
  private final AmqpBroker broker;
  private final boolean exchange;
  private final String name;

  private Place(boolean exchange, String name, ScenarioScope scope) {
    this.exchange = exchange;
    this.name = scope.resolve(name);
    this.scope = scope;
    this.broker = AmqpBrokers.of(scope.environment());
  }

  static Place exchange(String name, ScenarioScope scope) {
    return new Place(true, name, scope);
  }

  static Place queue(String name, ScenarioScope scope) {
    return new Place(false, name, scope);
  }

  /** Catches messages with a routing key from now on. */
  void listen(String key) {
    broker.exchange(name).listen(scope.resolve(key));
  }

  /** Publishes the same message so many times, as a broker that delivers twice does. */
  void publish(int times, Draft draft) {
    String key = exchange ? draft.key() : name;
    for (int i = 0; i < times; i++) {
      broker.publish(exchange ? name : "", key, draft, scope.newTraceparent());
    }
    scope.attach("Message to " + name + ", key " + key, "text/plain", draft.body());
  }

  Expectation expect() {
    return new Expectation(this, scope);
  }

  @Override
  public String title() {
    return (exchange ? "Exchange '" : "Queue '") + name + "'";
  }

  @Override
  public List<Message> read() {
    return exchange ? broker.exchange(name).read() : broker.queue(name).read();
  }
}
