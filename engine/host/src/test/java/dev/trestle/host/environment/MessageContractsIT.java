package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.trestle.host.contract.ContractMode;
import dev.trestle.host.edge.UnusedFaults;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.ContractResult.Finding;
import dev.trestle.protocol.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What is published to a real broker is held against the publisher's AsyncAPI document. */
final class MessageContractsIT {

  private static final String DOCUMENT =
      """
      asyncapi: 3.0.0
      channels:
        orders: { address: orders, messages: { order: { payload: { $ref: "#/components/schemas/Order" } } } }
        later: { address: later, messages: { order: { payload: { $ref: "#/components/schemas/Order" } } } }
      components:
        schemas:
          Order:
            type: object
            required: [total]
            properties: { total: { type: integer }, token: { type: integer } }
      """;

  @Test
  void messages_of_the_run_are_checked_and_earlier_ones_and_the_tests_are_not() throws Exception {
    try (Bench bench = new Bench()) {
      Environment environment = start(bench);
      String servers = servers(environment);
      try (KafkaProducer<String, String> producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", servers),
              new StringSerializer(),
              new StringSerializer())) {
        long before = publish(producer, "orders", "{\"total\":\"too early\"}", Map.of());
        await().until(() -> System.currentTimeMillis() > before);
        environment.beginRun("", ContractMode.FAIL, UnusedFaults.Mode.FAIL, bench.folder());
        String traced = "00-" + Bench.ADA + "-b7ad6b7169203331-01";
        publish(producer, "orders", "{\"total\":7}", Map.of());
        publish(
            producer,
            "orders",
            "{\"total\":\"7\",\"token\":\"abcdef99\"}",
            Map.of(Protocol.TRACEPARENT, traced));
        publish(producer, "orders", "poison", Map.of(Protocol.TEST_MESSAGE, "true"));
        publish(producer, "elsewhere", "anything", Map.of());
        publish(producer, "later", "{\"more\":1}", Map.of());
        environment.endScenario(Bench.ADA, "Ada buys", "", false);

        ContractResult result = environment.interactionReport().contracts();

        assertThat(result.checked()).isEqualTo(3);
        assertThat(result.unchecked()).isZero();
        assertThat(result.findings())
            .allSatisfy(
                finding -> {
                  assertThat(finding.provider()).isEqualTo("checkout");
                  assertThat(finding.part()).isEqualTo("message");
                })
            .extracting(Finding::operation, Finding::pointer, Finding::actual, Finding::scenarios)
            .containsExactly(
                tuple("publish later", "/more", "1 (integer)", List.of()),
                tuple("publish later", "/total", "nothing", List.of()),
                tuple("publish orders", "/token", "*****", List.of("Ada buys")),
                tuple("publish orders", "/total", "\"7\" (string)", List.of("Ada buys")));
      }
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_message_whose_transaction_was_aborted_is_none() throws Exception {
    try (Bench bench = new Bench()) {
      Environment environment = start(bench);
      try (KafkaProducer<String, String> producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", servers(environment), "transactional.id", "checkout-1"),
              new StringSerializer(),
              new StringSerializer())) {
        producer.initTransactions();
        environment.beginRun("", ContractMode.FAIL, UnusedFaults.Mode.FAIL, bench.folder());
        producer.beginTransaction();
        publish(producer, "orders", "{\"total\":\"taken back\"}", Map.of());
        producer.abortTransaction();
        producer.beginTransaction();
        publish(producer, "orders", "{\"total\":7}", Map.of());
        producer.commitTransaction();

        ContractResult result = environment.interactionReport().contracts();

        assertThat(result.checked()).isEqualTo(1);
        assertThat(result.unchecked()).isZero();
        assertThat(result.findings()).isEmpty();
      }
      bench.closeAndExpectNothingLeft();
    }
  }

  private static String servers(Environment environment) {
    return environment
        .description()
        .service("kafka")
        .orElseThrow()
        .properties()
        .get("bootstrap.servers");
  }

  private static Environment start(Bench bench) throws IOException {
    Path document = Files.writeString(bench.folder().resolve("asyncapi.yaml"), DOCUMENT);
    return bench.start(
        Projects.of(
            bench.folder(),
            Projects.service("kafka").image("apache/kafka:4.1.2"),
            Projects.service("checkout").stub(bench.stubs("checkout")).asyncapi(document)));
  }

  private static long publish(
      KafkaProducer<String, String> producer,
      String topic,
      String value,
      Map<String, String> headers)
      throws Exception {
    ProducerRecord<String, String> message = new ProducerRecord<>(topic, value);
    headers.forEach(
        (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return producer.send(message).get(20, TimeUnit.SECONDS).timestamp();
  }
}
