package dev.trestle.steps.messaging;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.messages.Draft;
import dev.trestle.steps.core.messages.Expectation;
import dev.trestle.steps.core.messages.Message;
import dev.trestle.steps.core.messages.MessageSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** A topic as a scenario sees it. */
final class Topic implements MessageSource {

  /** Neither UTF-8 nor JSON. */
  private static final byte[] POISON = {(byte) 0xC3, (byte) 0x28, '{', '"', 0};

  private final ScenarioScope scope;
  private final String name;
  private final Broker broker;

  Topic(String name, ScenarioScope scope) {
    this.scope = scope;
    this.name = scope.resolve(name);
    this.broker = Brokers.of(scope.environment());
  }

  void publish(String key, String value) {
    publish(1, new Draft(scope.resolve(key), Map.of(), scope.resolve(value)));
  }

  /** Publishes the same message so many times, as a broker that delivers twice does. */
  void publish(int times, Draft draft) {
    byte[] value = draft.body().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times; i++) {
      broker.publish(name, draft.key(), value, draft.headers(), scope.newTraceparent());
    }
    scope.attach(
        "Message to " + name + ", key " + draft.key() + (times == 1 ? "" : ", " + times + " times"),
        "text/plain",
        draft.body());
  }

  /** Publishes what no consumer can read. */
  void poison(String key) {
    broker.publish(name, scope.resolve(key), POISON, Map.of(), scope.newTraceparent());
  }

  Expectation expect() {
    return new Expectation(this, scope);
  }

  @Override
  public String title() {
    return "Topic '" + name + "'";
  }

  @Override
  public List<Message> read() {
    try {
      return broker.topic(name).read();
    } catch (KafkaException e) {
      throw StepFailure.of("Topic '" + name + "' cannot be read.")
          .evidence("Broker '" + broker.name() + "': " + e)
          .fix("Find out whether service '" + broker.name() + "' still runs.")
          .causedBy(e);
    }
  }

  @Override
  public String absence() {
    return broker.topic(name).isThere()
        ? ""
        : "There is no topic '" + name + "' at broker '" + broker.name() + "'.";
  }
}
