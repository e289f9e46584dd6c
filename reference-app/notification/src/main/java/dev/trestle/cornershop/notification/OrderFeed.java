package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.kit.Background;
import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.KafkaTrace;
import dev.trestle.cornershop.kit.Reachable;
import dev.trestle.cornershop.kit.Trace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic {@code orders}, each record at least once. */
final class OrderFeed implements AutoCloseable {
  static final String TOPIC = "orders";

  private static final Logger LOG = LoggerFactory.getLogger(OrderFeed.class);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final String servers;
  private final Runnable databaseCheck;
  private final NotificationService service;
  private final Background reading;
  private volatile @Nullable KafkaConsumer<String, String> consumer;
  private volatile boolean stopping;

  /** Starts to read in a thread of its own, once the database is there. */
  OrderFeed(String servers, Runnable databaseCheck, NotificationService service) {
    this.servers = servers;
    this.databaseCheck = databaseCheck;
    this.service = service;
    this.reading = Background.start("order-feed", this::round);
  }

  /** Throws when the broker is down; for {@code /health}. */
  void check() {
    Reachable.check(DeadLetters.NAME, servers);
  }

  private Duration round() {
    try {
      KafkaConsumer<String, String> open = consumer();
      return takeAll(open, open.poll(POLL)) ? Duration.ZERO : PAUSE_AFTER_FAILURE;
    } catch (WakeupException e) {
      return PAUSE_AFTER_FAILURE;
    } catch (KafkaException e) {
      LOG.warn("The topic cannot be read", e);
      return PAUSE_AFTER_FAILURE;
    }
  }

  // A record that cannot be taken now is read again: nothing behind it in its partition is taken.
  private boolean takeAll(
      KafkaConsumer<String, String> open, ConsumerRecords<String, String> records) {
    Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
    boolean all = true;
    for (TopicPartition partition : records.partitions()) {
      for (ConsumerRecord<String, String> one : records.records(partition)) {
        if (stopping || !take(one)) {
          open.seek(partition, one.offset());
          all = false;
          break;
        }
        taken.put(partition, new OffsetAndMetadata(one.offset() + 1));
      }
    }
    commit(open, taken);
    return all;
  }

  private boolean take(ConsumerRecord<String, String> one) {
    Trace trace = KafkaTrace.read(one.headers());
    trace.enter();
    try {
      service.receive(one.key(), one.value(), trace.header());
      return true;
    } catch (DependencyUnavailable e) {
      LOG.warn("Record {} of {} is read again later: {}", one.offset(), one.topic(), e.seen());
      return false;
    } finally {
      Trace.leave();
    }
  }

  // Records whose commit is lost come again and are known by the inbox.
  private static void commit(
      KafkaConsumer<String, String> open, Map<TopicPartition, OffsetAndMetadata> taken) {
    if (taken.isEmpty()) {
      return;
    }
    try {
      open.commitSync(taken, PATIENCE);
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warn("Offsets could not be committed", e);
    }
  }

  private KafkaConsumer<String, String> consumer() {
    KafkaConsumer<String, String> open = consumer;
    if (open == null) {
      databaseCheck.run();
      open =
          new KafkaConsumer<>(
              Map.of(
                  ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  servers,
                  ConsumerConfig.CLIENT_ID_CONFIG,
                  "notification",
                  ConsumerConfig.GROUP_ID_CONFIG,
                  "notification",
                  ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                  "earliest",
                  ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                  false,
                  ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                  50,
                  // A topic that is made after this service has started is found this soon.
                  ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                  2_000,
                  // The shortest that brokers allow: how long a killed instance is waited for.
                  ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                  6_000,
                  ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                  1_500),
              new StringDeserializer(),
              new StringDeserializer());
      open.subscribe(List.of(TOPIC));
      consumer = open;
    }
    return open;
  }

  /** Stops reading and leaves the group. */
  @Override
  public void close() {
    stopping = true;
    KafkaConsumer<String, String> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    reading.close();
    open = consumer;
    if (open != null) {
      open.close(CloseOptions.timeout(PATIENCE));
    }
  }
}
