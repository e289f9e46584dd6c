package dev.trestle.steps.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.messages.Message;
import java.io.IOException;
import java.util.List;

/**
 * What was taken from a queue that no service consumes, such as one for dead letters; one for all
 * scenarios of this JVM.
 */
final class QueueLog {

  private final AmqpBroker broker;
  private final String queue;
  private final Received received = new Received();

  QueueLog(AmqpBroker broker, String queue) {
    this.broker = broker;
    this.queue = queue;
  }

  /** Takes what is in the queue now; none when there is no such queue yet. */
  synchronized List<Message> read() {
    int consumers =
        broker.use(
            "does not give the messages of the queue '" + queue + "'",
            channel -> AmqpBroker.hasQueue(channel, queue) ? take(channel) : 0);
    if (consumers > 0) {
      throw StepFailure.of("The messages of the queue '" + queue + "' are not ours to take.")
          .evidence("It has " + consumers + " consumers.")
          .fix("Listen to the exchange that feeds it, or look at what the consumer does.");
    }
    return received.all();
  }

  /** Takes all messages unless somebody consumes them; returns how many consumers there are. */
  private int take(Channel channel) throws IOException {
    int consumers = (int) channel.consumerCount(queue);
    if (consumers == 0) {
      for (GetResponse next = channel.basicGet(queue, true);
          next != null;
          next = channel.basicGet(queue, true)) {
        received.add(next.getEnvelope().getRoutingKey(), next.getProps(), next.getBody());
      }
    }
    return consumers;
  }
}
