package dev.trestle.steps.amqp;

import com.rabbitmq.client.Channel;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.messages.Message;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What comes to an exchange, in a queue of our own that is gone with the connection, so that no
 * service's queue is touched; one for all scenarios of this JVM.
 */
final class ExchangeLog {

  private final AmqpBroker broker;
  private final String exchange;
  private final Received received = new Received();
  private final Set<String> keys = new HashSet<>();
  private @Nullable Channel channel;
  private String queue = "";

  ExchangeLog(AmqpBroker broker, String exchange) {
    this.broker = broker;
    this.exchange = exchange;
  }

  /** Listens to messages with a routing key from now on. */
  synchronized void listen(String key) {
    try {
      Channel open = open();
      if (keys.add(key)) {
        open.queueBind(queue, exchange, key);
      }
    } catch (IOException | TimeoutException e) {
      keys.remove(key);
      throw broker.refused("does not let anyone listen to the exchange '" + exchange + "'", e);
    }
  }

  /** The open channel; with another connection the bindings are made anew. */
  private Channel open() throws IOException, TimeoutException {
    Channel known = channel;
    if (known == null || !known.isOpen()) {
      known = broker.connection().createChannel();
      queue = known.queueDeclare().getQueue();
      for (String key : keys) {
        known.queueBind(queue, exchange, key);
      }
      known.basicConsume(
          queue,
          true,
          (tag, delivery) ->
              received.add(
                  delivery.getEnvelope().getRoutingKey(),
                  delivery.getProperties(),
                  delivery.getBody()),
          tag -> {});
      channel = known;
    }
    return known;
  }

  /** What came so far. */
  synchronized List<Message> read() {
    if (keys.isEmpty()) {
      throw StepFailure.of("Nobody listens to the exchange '" + exchange + "'.")
          .evidence("An exchange keeps nothing; messages must be caught when they come.")
          .fix(
              "Write before the step that publishes: I listen to the exchange \""
                  + exchange
                  + "\" with the routing key \"#\".");
    }
    return received.all();
  }
}
