package dev.trestle.steps.messaging;

import dev.trestle.steps.core.messages.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
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
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * All messages of one topic from its beginning, read once for all scenarios of this JVM, by a
 * consumer without a group, so that no service's consumption is touched.
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
  private @Nullable Consumer<String, String> consumer;

  TopicLog(String servers, String topic) {
    this.servers = servers;
    this.topic = topic;
  }

  /** All messages that the topic has now; none when there is no such topic yet. */
  synchronized List<Message> read() {
    Consumer<String, String> reader = consumer();
    assign(reader);
    if (!assigned.isEmpty()) {
      Map<TopicPartition, Long> ends = reader.endOffsets(assigned, REQUEST);
      long until = System.nanoTime() + READ.toNanos();
      while (!isAt(ends, reader)) {
        keep(reader);
        if (System.nanoTime() > until) {
          throw new TimeoutException("The topic's end was not reached within 30 s.");
        }
      }
    }
    return List.copyOf(messages);
  }

  private void keep(Consumer<String, String> reader) {
    for (ConsumerRecord<String, String> next : reader.poll(REQUEST)) {
      messages.addLast(message(next));
      if (messages.size() > MOST_MESSAGES) {
        messages.removeFirst();
      }
    }
  }

  private void assign(Consumer<String, String> reader) {
    List<PartitionInfo> partitions = reader.partitionsFor(topic, REQUEST);
    if (partitions == null) {
      return;
    }
    List<TopicPartition> added =
        partitions.stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .filter(assigned::add)
            .toList();
    if (!added.isEmpty()) {
      reader.assign(assigned);
      reader.seekToBeginning(added);
    }
  }

  private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<String, String> reader) {
    Collection<TopicPartition> partitions = ends.keySet();
    return partitions.stream()
        .allMatch(partition -> reader.position(partition, REQUEST) >= ends.get(partition));
  }

  private static Message message(ConsumerRecord<String, String> received) {
    Map<String, String> headers = new LinkedHashMap<>();
    received
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    String key = received.key();
    String value = received.value();
    return Message.of(key == null ? "" : key, headers, value == null ? "" : value);
  }

  private Consumer<String, String> consumer() {
    Consumer<String, String> known = consumer;
    if (known == null) {
      known =
          new KafkaConsumer<>(
              Map.of(
                  ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  servers,
                  ConsumerConfig.CLIENT_ID_CONFIG,
                  "trestle-" + topic,
                  ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                  false,
                  ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                  false,
                  ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                  "earliest",
                  ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                  100,
                  ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                  500),
              new StringDeserializer(),
              new StringDeserializer());
      consumer = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    if (consumer != null) {
      consumer.close(CloseOptions.timeout(CLOSE));
    }
  }
}
