package dev.trestle.steps.messaging;

import dev.trestle.protocol.TopicReading;
import dev.trestle.steps.core.messages.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * All messages of one topic from its beginning, read once for all scenarios of this JVM, by a
 * consumer without a group, so that no service's consumption is touched. What a transaction has not
 * committed is not there.
 */
final class TopicLog implements AutoCloseable {

  private static final int MOST_MESSAGES = 20_000;
  private static final Duration READ = Duration.ofSeconds(30);
  private static final Duration REQUEST = Duration.ofSeconds(5);
  private static final Duration CLOSE = Duration.ofMillis(500);

  private final String servers;
  private final String topic;
  private final Deque<Message> messages = new ArrayDeque<>();
  private final Set<TopicPartition> assigned = new HashSet<>();
  private final Map<TopicPartition, Long> read = new HashMap<>();
  private @Nullable Consumer<byte[], byte[]> consumer;

  TopicLog(String servers, String topic) {
    this.servers = servers;
    this.topic = topic;
  }

  /** All messages that the topic has now; none when there is no such topic yet. */
  synchronized List<Message> read() {
    try {
      readToEnd(consumer());
    } catch (TimeoutException e) {
      close(); // It may know a topic of this name that is gone; a new one asks again.
      readToEnd(consumer());
    }
    return List.copyOf(messages);
  }

  private void readToEnd(Consumer<byte[], byte[]> reader) {
    assign(reader);
    if (assigned.isEmpty()) {
      return;
    }
    Map<TopicPartition, Long> ends = reader.endOffsets(assigned, REQUEST);
    ends.forEach((partition, end) -> beginAgain(partition, end, reader));
    long begun = System.nanoTime();
    while (!isAt(ends, reader)) {
      reader.poll(REQUEST).forEach(this::keep);
      if (System.nanoTime() - begun > READ.toNanos()) {
        throw new TimeoutException("The topic's end was not reached within 30 s.");
      }
    }
  }

  /** Whether there was such a topic when it was read last. */
  synchronized boolean isThere() {
    return !assigned.isEmpty();
  }

  private void keep(ConsumerRecord<byte[], byte[]> next) {
    TopicPartition partition = new TopicPartition(topic, next.partition());
    if (next.offset() < read.getOrDefault(partition, 0L)) {
      return; // It was kept before.
    }
    messages.addLast(message(next));
    read.put(partition, next.offset() + 1);
    if (messages.size() > MOST_MESSAGES) {
      messages.removeFirst();
    }
  }

  /** Partitions come with a new topic or more load, and go when the topic is deleted. */
  private void assign(Consumer<byte[], byte[]> reader) {
    List<PartitionInfo> found = reader.partitionsFor(topic, REQUEST);
    Set<TopicPartition> there = new HashSet<>();
    if (found != null) {
      found.forEach(partition -> there.add(new TopicPartition(topic, partition.partition())));
    }
    if (!there.equals(assigned)) {
      Set<TopicPartition> added = new HashSet<>(there);
      added.removeAll(assigned);
      assigned.clear();
      assigned.addAll(there);
      reader.assign(assigned);
      added.forEach(partition -> reader.seek(partition, read.getOrDefault(partition, 0L)));
    }
  }

  /** A partition that ends before what was read of it is that of a new topic of the same name. */
  private void beginAgain(TopicPartition partition, long end, Consumer<byte[], byte[]> reader) {
    if (read.getOrDefault(partition, 0L) > end) {
      read.remove(partition);
      reader.seek(partition, 0);
    }
  }

  private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> reader) {
    return ends.keySet().stream()
        .allMatch(partition -> reader.position(partition, REQUEST) >= ends.get(partition));
  }

  /** Never fails: a message that cannot be read would take those after it with it. */
  private static Message message(ConsumerRecord<byte[], byte[]> received) {
    Map<String, List<@Nullable Object>> headers = new LinkedHashMap<>();
    for (Header header : received.headers()) {
      headers
          .computeIfAbsent(header.key(), absent -> new ArrayList<>())
          .add(TopicReading.text(header.value()));
    }
    return Message.of(
        TopicReading.text(received.key()), headers, TopicReading.text(received.value()));
  }

  private Consumer<byte[], byte[]> consumer() {
    Consumer<byte[], byte[]> known = consumer;
    if (known == null) {
      Map<String, Object> settings = TopicReading.settings(servers, "trestle-" + topic);
      settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
      known =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumer = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    Consumer<byte[], byte[]> known = consumer;
    consumer = null;
    assigned.clear();
    if (known != null) {
      known.close(CloseOptions.timeout(CLOSE));
    }
  }
}
