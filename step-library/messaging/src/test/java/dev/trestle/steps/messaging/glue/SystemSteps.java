package dev.trestle.steps.messaging.glue;

import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Names of the scenario's own, and what services publish. */
public final class SystemSteps {

  /** Saves an order's id. */
  @Given("the order {string}")
  public void order(String id) {
    ScenarioScope scope = ScenarioScope.current();
    scope.set("order", scope.resolve(id));
  }

  /** Publishes what makes a topic that of a case in which every Then step must be red. */
  @Given("the topic {string} of the case {word}")
  public void world(String topic, String world) throws Exception {
    String order = ScenarioScope.current().resolve("${order}");
    String servers =
        ScenarioScope.current()
            .environment()
            .services()
            .get(0)
            .endpoints()
            .getOrDefault("9092", "");
    try (KafkaProducer<String, @Nullable String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
      for (ProducerRecord<String, @Nullable String> message : messages(topic, world, order)) {
        producer.send(message).get();
      }
    }
  }

  private static List<ProducerRecord<String, @Nullable String>> messages(
      String topic, String world, String order) {
    return switch (world) {
      case "DIFFERENT" -> {
        String other = "{\"orderId\": \"" + order + "\", \"total\": 0}";
        yield List.of(message(topic, order, other), message(topic, order, other));
      }
      case "ABSENT" -> List.of(message(topic, order, "{}"));
      case "EMPTY" ->
          List.of(
              message(topic, "", ""), message(topic, "", "{\"orderId\": \"\", \"total\": \"\"}"));
      case "NULL" -> {
        ProducerRecord<String, @Nullable String> tombstone = message(topic, "t", null);
        tombstone.headers().add("kind", null);
        ProducerRecord<String, @Nullable String> keyless =
            new ProducerRecord<>(
                topic, "{\"orderId\": null, \"total\": null, \"of\": \"" + order + "\"}");
        keyless.headers().add("no-key", "1".getBytes(StandardCharsets.UTF_8));
        yield List.of(tombstone, keyless);
      }
      case "WRONG_TYPE" ->
          List.of(
              message(topic, "k", "{\"orderId\": [\"" + order + "\"], \"total\": {\"a\": 750}}"),
              message(topic, "k", order));
      default -> throw new IllegalArgumentException(world);
    };
  }

  private static ProducerRecord<String, @Nullable String> message(
      String topic, String key, @Nullable String value) {
    return new ProducerRecord<>(topic, 0, key, value);
  }
}
