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
  private int number;

  ExchangeLog(AmqpBroker broker, String exchange) {
    this.broker = broker;
    this.exchange = exchange;
  }

  /**
   * Listens to messages with a routing key from now on; returns the number of the queue that
   * catches them, which another one replaces when the connection was lost.
   */
  synchronized int listen(String key) {
    try {
      Channel open = open();
      if (keys.add(key)) {
        open.queueBind(queue, exchange, key);
      }
      return number;
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
      known.basicConsume(queue, true, (tag, delivery) -> received.add(delivery), tag -> {});
      channel = known;
      number++;
    }
    return known;
  }

  /** What came so far, and to the queue with that number without a gap. */
  synchronized List<Message> read(int listened) {
    Channel known = channel;
    if (listened != number || known == null || !known.isOpen()) {
      throw StepFailure.of("Messages of the exchange '" + exchange + "' may have been missed.")
          .evidence(
              "The connection to the broker was lost after the scenario began to listen; an exchange"
                  + " keeps nothing.")
          .fix("Run the scenario again; find out why the broker ended the connection.");
    }
    return received.all();
  }
}
