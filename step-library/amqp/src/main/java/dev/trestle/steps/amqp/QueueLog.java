package dev.trestle.steps.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.messages.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What was taken from a queue that no service consumes, such as one for dead letters; one for all
 * scenarios of this JVM.
 */
final class QueueLog {

  private final AmqpBroker broker;
  private final String queue;
  private final Received received = new Received();
  private final List<Taken> unconfirmed = new ArrayList<>();
  private boolean there;

  /** What makes a message the same one when it comes again. */
  private record Taken(AMQP.BasicProperties properties, ByteBuffer body) {}

  QueueLog(AmqpBroker broker, String queue) {
    this.broker = broker;
    this.queue = queue;
  }

  /** Takes what is in the queue now; none when there is no such queue yet. */
  synchronized List<Message> read() {
    int consumers =
        broker.use("does not give the messages of the queue '" + queue + "'", this::take);
    if (consumers > 0) {
      throw StepFailure.of("The messages of the queue '" + queue + "' are not ours to take.")
          .evidence("It has " + consumers + " consumers.")
          .fix("Listen to the exchange that feeds it, or look at what the consumer does.");
    }
    return received.all();
  }

  /** Whether there was such a queue when it was read last. */
  synchronized boolean isThere() {
    return there;
  }

  /** Takes all messages unless somebody consumes them; returns how many consumers there are. */
  private int take(Channel channel) throws IOException {
    there = AmqpBroker.hasQueue(channel, queue);
    if (!there) {
      return 0;
    }
    int consumers = (int) channel.consumerCount(queue);
    if (consumers > 0) {
      return consumers;
    }
    for (GetResponse next = channel.basicGet(queue, false);
        next != null;
        next = channel.basicGet(queue, false)) {
      keep(next, channel);
    }
    unconfirmed.clear(); // The broker reads what a channel sends in order, so it has all of them.
    return 0;
  }

  /**
   * Keeps a message and only then tells the broker, so that one which is lost on the way comes
   * again. One that comes again although it was kept, since the broker did not hear of it, counts
   * once.
   */
  private void keep(GetResponse next, Channel channel) throws IOException {
    Taken taken = new Taken(next.getProps(), ByteBuffer.wrap(next.getBody()));
    if (!next.getEnvelope().isRedeliver() || !unconfirmed.remove(taken)) {
      received.add(new Delivery(next.getEnvelope(), next.getProps(), next.getBody()));
    }
    unconfirmed.add(taken);
    channel.basicAck(next.getEnvelope().getDeliveryTag(), false);
  }
}
