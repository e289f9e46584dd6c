package dev.trestle.steps.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trestle.steps.core.messages.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a producer may send: it is read as it is, and nothing beside it is lost. */
final class OddMessagesIT {

  @TempDir static Path folder;

  private static BrokerProcess process;
  private static Broker broker;

  @BeforeAll
  static void start() throws IOException {
    process = BrokerProcess.start(folder);
    broker = new Broker("kafka", process.servers());
  }

  @AfterAll
  static void stop() {
    broker.close();
    process.close();
  }

  /**
   * A kind of message, and how a scenario sees it.
   *
   * @param headers names and values, null for a header without one
   */
  record Kind(
      String name,
      byte @Nullable [] key,
      byte @Nullable [] value,
      List<Map.Entry<String, byte @Nullable []>> headers,
      @Nullable String seenKey,
      @Nullable String seenBody,
      Map<String, List<@Nullable Object>> seenHeaders) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map.Entry<String, byte @Nullable []> header(String name, byte @Nullable [] value) {
    return new java.util.AbstractMap.SimpleEntry<>(name, value);
  }

  private static Kind body(String name, byte @Nullable [] value, @Nullable String seen) {
    return new Kind(name, bytes("k"), value, List.of(), "k", seen, Map.of());
  }

  private static Kind headers(
      String name,
      Map<String, List<@Nullable Object>> seen,
      List<Map.Entry<String, byte @Nullable []>> sent) {
    return new Kind(name, bytes("k"), bytes("{}"), sent, "k", "{}", seen);
  }

  static Stream<Kind> kinds() {
    byte[] noText = {0, 0, 0, 0, 1, (byte) 0xC3, 0x28, 2, 6, 'A'};
    String seenNoText = new String(noText, StandardCharsets.UTF_8);
    String big = "{\"x\":\"" + "y".repeat(900_000) + "\"}";
    return Stream.of(
        headers(
            "a header without a value",
            Map.of("empty", Arrays.asList((Object) null), "kind", List.of("x")),
            List.of(header("empty", null), header("kind", bytes("x")))),
        headers(
            "a header that comes twice",
            Map.of("h", List.of("1", "2")),
            List.of(header("h", bytes("1")), header("h", bytes("2")))),
        headers(
            "a header that is empty", Map.of("h", List.of("")), List.of(header("h", new byte[0]))),
        headers(
            "a header that is no text",
            Map.of("h", List.of(seenNoText)),
            List.of(header("h", noText))),
        new Kind("no key", null, bytes("{}"), List.of(), null, "{}", Map.of()),
        new Kind("an empty key", new byte[0], bytes("{}"), List.of(), "", "{}", Map.of()),
        new Kind(
            "a key that is no text", noText, bytes("{}"), List.of(), seenNoText, "{}", Map.of()),
        body("a tombstone", null, null),
        body("an empty value", new byte[0], ""),
        body("text", bytes("plain"), "plain"),
        body("a list", bytes("[{\"id\":1}]"), "[{\"id\":1}]"),
        body("a long number", bytes("{\"n\":9007199254740993}"), "{\"n\":9007199254740993}"),
        body("a decimal", bytes("{\"n\":100.00}"), "{\"n\":100.00}"),
        body("a number beyond all bounds", bytes("{\"n\":1e999999}"), "{\"n\":1e999999}"),
        body("no text", noText, seenNoText),
        body("a byte order mark", bytes("\uFEFF{}"), "\uFEFF{}"),
        body("much", bytes(big), big),
        body("deep", bytes("[".repeat(5_000)), "[".repeat(5_000)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_message_of_any_kind_is_there_and_so_is_the_next(Kind kind) throws Exception {
    String topic = "odd-" + UUID.randomUUID();
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      ProducerRecord<byte[], byte[]> odd = new ProducerRecord<>(topic, 0, kind.key(), kind.value());
      kind.headers()
          .forEach(
              header -> odd.headers().add(new RecordHeader(header.getKey(), header.getValue())));
      producer.send(odd).get(20, TimeUnit.SECONDS);
      producer.send(new ProducerRecord<>(topic, 0, bytes("next"), bytes("{}"))).get();
    }
    List<Message> all = broker.topic(topic).read();
    assertThat(all).hasSize(2);
    Message seen = all.get(0);
    assertThat(seen.key()).isEqualTo(kind.seenKey());
    assertThat(seen.body()).isEqualTo(kind.seenBody());
    assertThat(seen.headers()).isEqualTo(kind.seenHeaders());
    assertThat(seen.shown())
        .contains(String.valueOf(kind.seenBody() == null ? "" : kind.seenBody()));
    assertThat(all.get(1).key()).isEqualTo("next");
  }

  @Test
  void what_a_transaction_did_not_commit_is_not_there() throws Exception {
    String topic = "payments";
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", "tx"))) {
      producer.initTransactions();
      for (String key : List.of("aborted", "committed")) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, 0, bytes(key), bytes("{}"))).get();
        if (key.equals("aborted")) {
          producer.abortTransaction();
        } else {
          producer.commitTransaction();
        }
      }
      await().untilAsserted(() -> assertThat(keys(topic)).containsExactly("committed"));
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, 0, bytes("open"), bytes("{}"))).get();
      assertThat(keys(topic)).containsExactly("committed");
      producer.commitTransaction();
      await().untilAsserted(() -> assertThat(keys(topic)).containsExactly("committed", "open"));
    }
  }

  @Test
  void a_topic_that_was_deleted_and_made_again_is_read_from_its_beginning() throws Exception {
    String topic = "again";
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of());
        Admin admin = Admin.create(Map.of("bootstrap.servers", process.servers()))) {
      for (String key : List.of("a", "b", "c")) {
        producer.send(new ProducerRecord<>(topic, 0, bytes(key), bytes("{}"))).get();
      }
      assertThat(keys(topic)).containsExactly("a", "b", "c");
      admin.deleteTopics(List.of(topic)).all().get();
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      producer.send(new ProducerRecord<>(topic, 0, bytes("d"), bytes("{}"))).get();
    }
    assertThat(keys(topic)).containsExactly("a", "b", "c", "d");
  }

  private static List<@Nullable String> keys(String topic) {
    List<@Nullable String> keys = new ArrayList<>();
    broker.topic(topic).read().forEach(message -> keys.add(message.key()));
    return keys;
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new java.util.HashMap<>(more);
    settings.put("bootstrap.servers", process.servers());
    settings.put("compression.type", "gzip");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
