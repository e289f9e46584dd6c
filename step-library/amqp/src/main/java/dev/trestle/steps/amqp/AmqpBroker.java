package dev.trestle.steps.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.messages.Draft;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One AMQP broker; its connection and what was read of it are shared by all lanes. */
final class AmqpBroker implements AutoCloseable {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int CONFIRM_MILLIS = 10_000;
  private static final int PERSISTENT = 2;

  private final String name;
  private final String uri;
  private final Map<String, ExchangeLog> exchanges = new ConcurrentHashMap<>();
  private final Map<String, QueueLog> queues = new ConcurrentHashMap<>();
  private @Nullable Connection connection;

  AmqpBroker(String name, String uri) {
    this.name = name;
    this.uri = uri;
  }

  /** What is done with a channel. */
  interface Use<T> {

    /** Does it; the channel is closed afterwards. */
    T of(Channel channel) throws IOException, TimeoutException, InterruptedException;
  }

  /** What came to an exchange since somebody listens to it. */
  ExchangeLog exchange(String exchange) {
    return exchanges.computeIfAbsent(exchange, absent -> new ExchangeLog(this, absent));
  }

  /** What was taken from a queue. */
  QueueLog queue(String queue) {
    return queues.computeIfAbsent(queue, absent -> new QueueLog(this, absent));
  }

  /** Sends a message to an exchange, or with the empty one to a queue, and waits for the broker. */
  void publish(String exchange, String key, Draft draft, String traceparent) {
    Map<String, Object> headers = new LinkedHashMap<>(Map.of("traceparent", traceparent));
    headers.putAll(draft.headers());
    AMQP.BasicProperties properties =
        new AMQP.BasicProperties.Builder()
            .headers(headers)
            .messageId(UUID.randomUUID().toString())
            .contentType("application/json")
            .deliveryMode(PERSISTENT)
            .build();
    byte[] body = draft.body().getBytes(StandardCharsets.UTF_8);
    boolean toQueue = exchange.isEmpty();
    String what = "did not take a message for '" + (toQueue ? key : exchange) + "'";
    if (toQueue && !use(what, channel -> hasQueue(channel, key))) {
      throw StepFailure.of("Broker '" + name + "' has no queue '" + key + "'.")
          .evidence("A message to it would be lost.")
          .fix("Correct the queue's name in the step, or let the service declare the queue.");
    }
    use(
        what,
        channel -> {
          channel.confirmSelect();
          channel.basicPublish(exchange, key, properties, body);
          channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
          return body;
        });
  }

  /** Whether there is a queue; the channel is closed when there is none. */
  static boolean hasQueue(Channel channel, String queue) throws IOException {
    try {
      channel.queueDeclarePassive(queue);
      return true;
    } catch (IOException e) {
      if (e.getCause() instanceof ShutdownSignalException closed
          && closed.getReason() instanceof AMQP.Channel.Close reason
          && reason.getReplyCode() == AMQP.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  /** Uses a channel of its own; a refusal is a failure that says what the broker did not do. */
  <T> T use(String what, Use<T> use) {
    try {
      Channel channel = connection().createChannel();
      try {
        return use.of(channel);
      } finally {
        channel.abort(); // Like close, but also for one that the broker has closed already.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(what, e);
    } catch (IOException | TimeoutException | ShutdownSignalException e) {
      throw refused(what, e);
    }
  }

  /** A failure with what the broker said. */
  StepFailure refused(String what, Throwable cause) {
    Throwable said = cause.getCause() instanceof ShutdownSignalException inner ? inner : cause;
    return StepFailure.of("Broker '" + name + "' " + what + ".")
        .evidence(uri.replaceFirst("//.*@", "//") + ": " + said)
        .fix("Find out whether service '" + name + "' runs, and whether the name is right.")
        .causedBy(cause);
  }

  /** The open connection, a new one where there is none. */
  synchronized Connection connection() throws IOException, TimeoutException {
    Connection known = connection;
    if (known == null || !known.isOpen()) {
      ConnectionFactory factory = new ConnectionFactory();
      try {
        factory.setUri(uri);
      } catch (URISyntaxException | GeneralSecurityException e) {
        throw new IOException("The address cannot be used.", e);
      }
      factory.setConnectionTimeout(CONNECT_MILLIS);
      factory.setAutomaticRecoveryEnabled(false); // A gap in what was caught must be seen.
      factory.setThreadFactory(AmqpBroker::thread);
      known = factory.newConnection("trestle");
      connection = known;
    }
    return known;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "trestle-amqp");
    thread.setDaemon(true);
    return thread;
  }

  /** The broker's service. */
  String name() {
    return name;
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.abort(CONNECT_MILLIS);
    }
  }
}
