package dev.trestle.host.topic;

import dev.trestle.protocol.TopicReading;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The partitions of the wanted topics, read since a time; used by one thread. */
final class Subscription implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Subscription.class.getName());
  private static final Duration WAIT = Duration.ofMillis(100);
  private static final Duration REQUEST = Duration.ofSeconds(3);
  private static final Duration CLOSE = Duration.ofMillis(200);
  private static final long DISCOVERY_NANOS = 1_000_000_000;

  private final Predicate<String> wanted;
  private final Instant since;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<TopicPartition> assigned = new LinkedHashSet<>();
  private long discovered;
  private boolean whole = true;

  Subscription(String servers, Predicate<String> wanted, Instant since) {
    this.wanted = wanted;
    this.since = since;
    Map<String, Object> settings = TopicReading.settings(servers, "trestle-contracts");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2_000_000);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    discovered = System.nanoTime() - DISCOVERY_NANOS;
  }

  /** Hands on what there is, or waits a moment for it. */
  void poll(Consumer<TopicMessage> listener) throws InterruptedException {
    try {
      if (System.nanoTime() - discovered >= DISCOVERY_NANOS) {
        discover();
      }
      read(listener);
    } catch (TimeoutException e) {
      // The broker is away, such as in an outage; its topics are there when it is back.
    } catch (InterruptException e) {
      throw new InterruptedException();
    }
  }

  private void read(Consumer<TopicMessage> listener) throws InterruptedException {
    if (assigned.isEmpty()) {
      synchronized (this) {
        wait(WAIT.toMillis()); // A consumer of nothing cannot be asked.
      }
      return;
    }
    for (ConsumerRecord<byte[], byte[]> next : consumer.poll(WAIT)) {
      hand(message(next), listener);
    }
  }

  /** One message that its listener cannot cope with must not keep back those after it. */
  private void hand(TopicMessage message, Consumer<TopicMessage> listener) {
    try {
      listener.accept(message);
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.WARNING, "A message of topic '" + message.topic() + "' was lost.", e);
      whole = false;
    }
  }

  private void discover() {
    Map<TopicPartition, Long> added = new HashMap<>();
    for (Map.Entry<String, List<PartitionInfo>> topic : consumer.listTopics(REQUEST).entrySet()) {
      if (wanted.test(topic.getKey())) {
        for (PartitionInfo partition : topic.getValue()) {
          TopicPartition found = new TopicPartition(topic.getKey(), partition.partition());
          if (!assigned.contains(found)) {
            added.put(found, since.toEpochMilli());
          }
        }
      }
    }
    if (!added.isEmpty()) {
      add(added);
    }
    discovered = System.nanoTime();
  }

  /** What was sent before the time is not read. */
  private void add(Map<TopicPartition, Long> added) {
    Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(added, REQUEST);
    Map<TopicPartition, Long> ends = consumer.endOffsets(added.keySet(), REQUEST);
    assigned.addAll(added.keySet());
    consumer.assign(assigned);
    for (TopicPartition partition : added.keySet()) {
      @Nullable OffsetAndTimestamp offset = first.get(partition);
      consumer.seek(partition, offset == null ? ends.get(partition) : offset.offset());
    }
  }

  /** Whether every message so far came to the listener. */
  boolean isWhole() {
    return whole;
  }

  /** Reads to the end that the topics have now; false when the broker does not tell. */
  boolean isAtEnd(Consumer<TopicMessage> listener) throws InterruptedException {
    try {
      discover();
      Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, REQUEST);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey(), REQUEST) < end.getValue())) {
        read(listener);
      }
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptException e) {
      throw new InterruptedException();
    }
  }

  private static TopicMessage message(ConsumerRecord<byte[], byte[]> received) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : received.headers()) {
      headers.put(header.key(), Objects.requireNonNullElse(TopicReading.text(header.value()), ""));
    }
    byte[] value = received.value();
    return new TopicMessage(
        received.topic(), headers, TopicReading.text(value), value == null ? 0 : value.length);
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted(); // or the consumer would not let go in order
    try {
      consumer.close(CloseOptions.timeout(CLOSE));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
