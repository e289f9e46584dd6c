package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.KafkaTrace;
import dev.trestle.cornershop.kit.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes to the topic {@code orders.dlt}; the producer is made when it is first needed. */
final class DeadLetters implements DeadLetterBox, AutoCloseable {
  /** The broker's name in problems, logs and health. */
  static final String NAME = "kafka";

  static final String TOPIC = OrderFeed.TOPIC + ".dlt";

  /** The header that says why a record is here. */
  static final String REASON = "reason";

  /** The header that says where a record came from. */
  static final String ORIGIN = "original-topic";

  private static final int DELIVERY_MILLIS = 5_000;

  private final String servers;
  private @Nullable KafkaProducer<String, String> producer;

  DeadLetters(String servers) {
    this.servers = servers;
  }

  @Override
  public void put(Letter letter) {
    ProducerRecord<String, String> dead = new ProducerRecord<>(TOPIC, letter.key(), letter.value());
    dead.headers().add(REASON, letter.reason().getBytes(StandardCharsets.UTF_8));
    dead.headers().add(ORIGIN, OrderFeed.TOPIC.getBytes(StandardCharsets.UTF_8));
    KafkaTrace.write(Trace.continuing(letter.traceparent()), dead.headers());
    try {
      producer().send(dead).get(2L * DELIVERY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      throw new DependencyUnavailable(NAME, "did not take a dead letter", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DependencyUnavailable(NAME, "was not waited for: the service stops", e);
    }
  }

  private synchronized KafkaProducer<String, String> producer() {
    KafkaProducer<String, String> open = producer;
    if (open == null) {
      open =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  servers,
                  ProducerConfig.CLIENT_ID_CONFIG,
                  "notification",
                  ProducerConfig.ACKS_CONFIG,
                  "all",
                  ProducerConfig.LINGER_MS_CONFIG,
                  0,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG,
                  2_000,
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  2_000,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                  DELIVERY_MILLIS),
              new StringSerializer(),
              new StringSerializer());
      producer = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }
}
