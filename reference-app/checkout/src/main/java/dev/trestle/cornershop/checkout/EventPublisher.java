package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.KafkaTrace;
import dev.trestle.cornershop.kit.Reachable;
import dev.trestle.cornershop.kit.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes events to the topic {@code orders}; the producer is made when it is first needed. */
final class EventPublisher implements OutboxRelay.Publisher, AutoCloseable {
  /** The broker's name in problems, logs and health. */
  static final String NAME = "kafka";

  static final String TOPIC = "orders";
  private static final long DELIVERY_MILLIS = 5_000;

  private final String servers;
  private @Nullable KafkaProducer<String, String> producer;
  private volatile boolean ready;

  EventPublisher(String servers) {
    this.servers = servers;
  }

  @Override
  public void publish(List<OutboxRelay.Entry> entries) {
    try {
      KafkaProducer<String, String> open = producer();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      entries.forEach(entry -> sent.add(open.send(event(entry))));
      for (Future<RecordMetadata> future : sent) {
        future.get(2 * DELIVERY_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      ready = false;
      throw new DependencyUnavailable(NAME, "did not take an event", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DependencyUnavailable(NAME, "was not waited for: the service stops", e);
    }
  }

  @Override
  public void prepare() {
    if (ready) {
      return;
    }
    check();
    try {
      producer().partitionsFor(TOPIC);
      ready = true;
    } catch (KafkaException e) {
      throw new DependencyUnavailable(NAME, "does not tell about topic '" + TOPIC + "'", e);
    }
  }

  @Override
  public void check() {
    Reachable.check(NAME, servers);
  }

  private static ProducerRecord<String, String> event(OutboxRelay.Entry entry) {
    ProducerRecord<String, String> event =
        new ProducerRecord<>(TOPIC, entry.orderId(), entry.payload());
    KafkaTrace.write(Trace.continuing(entry.traceparent()), event.headers());
    return event;
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
                  "checkout",
                  ProducerConfig.ACKS_CONFIG,
                  "all",
                  ProducerConfig.LINGER_MS_CONFIG,
                  0,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG,
                  2_000,
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  2_000,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                  (int) DELIVERY_MILLIS),
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
