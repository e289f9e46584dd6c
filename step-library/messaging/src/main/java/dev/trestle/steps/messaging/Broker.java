package dev.trestle.steps.messaging;

import dev.trestle.protocol.Protocol;
import dev.trestle.steps.core.StepFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** One Kafka broker; its producer and the readers of its topics are shared by all lanes. */
final class Broker implements AutoCloseable {

  private static final int SEND_MILLIS = 10_000;
  private static final int REQUEST_MILLIS = 5_000;
  private static final Duration CLOSE = Duration.ofMillis(500);

  private final String name;
  private final String servers;
  private final Map<String, TopicLog> topics = new ConcurrentHashMap<>();
  private @Nullable Producer<String, byte[]> producer;

  Broker(String name, String servers) {
    this.name = name;
    this.servers = servers;
  }

  /** The log of a topic. */
  TopicLog topic(String topic) {
    return topics.computeIfAbsent(topic, absent -> new TopicLog(servers, topic));
  }

  /** Sends a message and waits until the broker has it. */
  void publish(
      String topic, String key, byte[] value, Map<String, String> headers, String traceparent) {
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
    Map<String, String> all = new LinkedHashMap<>();
    all.put(Protocol.TRACEPARENT, traceparent);
    all.put(Protocol.TEST_MESSAGE, "true");
    all.putAll(headers);
    all.forEach(
        (header, text) -> message.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
    try {
      producer().send(message).get(2 * SEND_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw refused(topic, e.getCause() == null ? e : e.getCause());
    } catch (KafkaException | TimeoutException e) {
      throw refused(topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(topic, e);
    }
  }

  private StepFailure refused(String topic, Throwable cause) {
    return StepFailure.of("Broker '" + name + "' did not take a message for topic '" + topic + "'.")
        .evidence(servers + ": " + cause)
        .fix("Find out whether service '" + name + "' still runs.")
        .causedBy(cause);
  }

  private synchronized Producer<String, byte[]> producer() {
    Producer<String, byte[]> known = producer;
    if (known == null) {
      known =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                  ProducerConfig.CLIENT_ID_CONFIG, "trestle",
                  ProducerConfig.LINGER_MS_CONFIG, 0,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_MILLIS,
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, SEND_MILLIS,
                  ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500),
              new StringSerializer(),
              new ByteArraySerializer());
      producer = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    topics.values().forEach(TopicLog::close);
    if (producer != null) {
      producer.close(CLOSE);
    }
  }

  /** The broker's service. */
  String name() {
    return name;
  }
}
