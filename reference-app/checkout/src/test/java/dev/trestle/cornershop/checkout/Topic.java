package dev.trestle.cornershop.checkout;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.cornershop.kit.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was published to the topic of orders. */
final class Topic implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final List<Event> seen = new ArrayList<>();

  Topic(String servers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of("orders"));
  }

  /** The first event about the order, waited for. */
  Event about(String orderId) {
    await().atMost(Duration.ofSeconds(30)).until(() -> !all(orderId).isEmpty());
    return all(orderId).get(0);
  }

  /** The events about the order so far. */
  List<Event> all(String orderId) {
    for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofMillis(100))) {
      String trace =
          new String(one.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
      seen.add(new Event(one.key(), json(one.value()), trace));
    }
    return seen.stream().filter(event -> event.key().equals(orderId)).toList();
  }

  private static JsonNode json(String text) {
    try {
      return Json.tolerant().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** One event. */
  record Event(String key, JsonNode json, String traceparent) {
    String at(String pointer) {
      return json.at(pointer).asText();
    }
  }
}
