package dev.trestle.steps.amqp;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.messages.Draft;
import dev.trestle.steps.core.messages.Expectation;
import dev.trestle.steps.core.messages.Message;
import dev.trestle.steps.core.messages.MessageSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

  /** The queues that catch what comes to the exchanges to which a scenario listens. */
  private static final class Listening {
    private final Map<String, Integer> queues = new ConcurrentHashMap<>();
  }

  static Place exchange(String name, ScenarioScope scope) {
    return new Place(true, name, scope);
  }

  static Place queue(String name, ScenarioScope scope) {
    return new Place(false, name, scope);
  }

  /** Catches messages with a routing key from now on. */
  void listen(String key) {
    int queue = broker.exchange(name).listen(scope.resolve(key));
    // The first one counts: what came to it before another took its place is not known to be all.
    scope.state(Listening.class, Listening::new).queues.putIfAbsent(name, queue);
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
    return exchange ? caught() : broker.queue(name).read();
  }

  /** Also when another scenario listens: this one must know since when. */
  private List<Message> caught() {
    Integer queue = scope.state(Listening.class, Listening::new).queues.get(name);
    if (queue == null) {
      throw StepFailure.of("The scenario does not listen to the exchange '" + name + "'.")
          .evidence("An exchange keeps nothing; messages must be caught when they come.")
          .fix(
              "Write before the step that publishes: I listen to the exchange \""
                  + name
                  + "\" with the routing key \"#\".");
    }
    return broker.exchange(name).read(queue);
  }

  @Override
  public String absence() {
    return exchange || broker.queue(name).isThere()
        ? ""
        : "There is no queue '" + name + "' at broker '" + broker.name() + "'.";
  }
}
