package dev.trestle.cornershop.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import dev.trestle.cornershop.kit.WebService;
import dev.trestle.cornershop.kit.testing.OpenApi;
import dev.trestle.cornershop.kit.testing.TestBroker;
import dev.trestle.cornershop.kit.testing.TestClient;
import dev.trestle.cornershop.kit.testing.TestClient.Reply;
import dev.trestle.cornershop.kit.testing.TestDatabase;
import dev.trestle.cornershop.kit.testing.TestRelay;
import dev.trestle.cornershop.kit.testing.TestTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The running service between a real broker and a real mail server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final TestTokens tokens = new TestTokens();
  private final TestDatabase database = TestDatabase.create("notification");
  private final TestBroker broker = TestBroker.shared();
  private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final OpenApi api = OpenApi.read(Path.of("openapi.yaml"));
  private @Nullable TestRelay smtp;
  private @Nullable KafkaProducer<String, String> producer;
  private WebService.@Nullable Running service;
  private @Nullable TestClient client;

  @BeforeAll
  void start() {
    mailbox.start();
    smtp = TestRelay.to(mailbox.getSmtp().getPort());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.servers(), "linger.ms", 0),
            new StringSerializer(),
            new StringSerializer());
    // Published before the service has ever been there.
    publish("early", event("early", "order.confirmed", "early@example.com", ""));
    startService();
    await().atMost(SOON).until(() -> client().get("/health").send().status() == 200);
  }

  private void startService() {
    WebService.Running started =
        NotificationMain.start(
            new NotificationConfig(
                new ListenAddress("127.0.0.1", 0),
                database.address(),
                tokens.jwksUrl(),
                broker.servers(),
                new NotificationConfig.MailServer("127.0.0.1", smtp().port(), "shop@example.com")));
    service = started;
    client = new TestClient(started.port(), api);
  }

  @AfterAll
  void everything_that_the_document_promises_was_seen() {
    database_down_is_503_and_nothing_is_lost();
    assertThat(api.unseen()).isEmpty();
    service().close();
    producer().close();
    smtp().close();
    mailbox.stop();
    database.close();
    tokens.close();
  }

  private TestClient client() {
    return java.util.Objects.requireNonNull(client);
  }

  private WebService.Running service() {
    return java.util.Objects.requireNonNull(service);
  }

  private TestRelay smtp() {
    return java.util.Objects.requireNonNull(smtp);
  }

  private KafkaProducer<String, String> producer() {
    return java.util.Objects.requireNonNull(producer);
  }

  private static String event(String order, String type, String email, String more) {
    return """
        {"eventId":"event-%s","type":"%s","orderId":"%s","email":"%s","name":"Ada",
         "currency":"EUR","total":1190,
         "lines":[{"sku":"BEANS","name":"Beans","quantity":2,"net":1000}]%s}
        """
        .formatted(order, type, order, email, more);
  }

  private void publish(String key, @Nullable String value) {
    ProducerRecord<String, String> event = new ProducerRecord<>("orders", key, value);
    event
        .headers()
        .add(
            "traceparent",
            ("00-" + TRACE + "-00f067aa0ba902b7-01").getBytes(StandardCharsets.UTF_8));
    Future<RecordMetadata> sent = producer().send(event);
    await().atMost(SOON).until(sent::isDone);
  }

  private Reply notifications(String order, String token) {
    return client().get("/notifications?orderId=" + order).token(token).send();
  }

  private void awaitStatus(String order, String status) {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(notifications(order, tokens.staff()).at("/0/status")).isEqualTo(status));
  }

  private List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(mailbox.getReceivedMessages())
        .filter(mail -> to(mail).equals(address))
        .toList();
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void an_event_from_before_the_first_start_is_not_missed() throws MessagingException {
    awaitStatus("early", "SENT");

    MimeMessage mail = mailsTo("early@example.com").get(0);
    assertThat(mail.getSubject()).isEqualTo("Your order early is confirmed");
    assertThat(mail.getFrom()[0]).hasToString("shop@example.com");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(mail.getMessageID()).isEqualTo("<event-early@cornershop>");
    assertThat(GreenMailUtil.getWholeMessage(mail)).contains("text/plain", "text/html", "BEANS");
  }

  @Test
  void a_cancellation_says_why_and_that_the_money_went_back() throws MessagingException {
    publish(
        "gone",
        event(
            "gone",
            "order.cancelled",
            "gone@example.com",
            ",\"reason\":\"reservation-expired\",\"refunded\":true"));
    awaitStatus("gone", "SENT");

    MimeMessage mail = mailsTo("gone@example.com").get(0);
    assertThat(mail.getSubject()).isEqualTo("Your order gone was cancelled");
    assertThat(GreenMailUtil.getWholeMessage(mail))
        .contains("reservation-expired", "Your money went back");
  }

  @Test
  void the_same_event_twice_is_one_mail() {
    publish("twice", event("twice", "order.confirmed", "twice@example.com", ""));
    publish("twice", event("twice", "order.confirmed", "twice@example.com", ""));
    publish("after", event("after", "order.confirmed", "after@example.com", ""));
    awaitStatus("after", "SENT");

    assertThat(mailsTo("twice@example.com")).hasSize(1);
    assertThat(notifications("twice", tokens.service()).json()).hasSize(1);
  }

  @Test
  void a_record_that_is_no_event_goes_to_the_dead_letters_and_blocks_nothing() {
    publish("bad", "{\"type\":\"order.lost\"}");
    publish("good", event("good", "order.confirmed", "good@example.com", ""));
    awaitStatus("good", "SENT");

    ConsumerRecord<String, String> dead = deadLetter("bad");
    assertThat(dead.value()).isEqualTo("{\"type\":\"order.lost\"}");
    assertThat(header(dead, "reason")).isEqualTo("the event has no 'eventId'");
    assertThat(header(dead, "original-topic")).isEqualTo("orders");
    assertThat(header(dead, "traceparent")).contains(TRACE);
  }

  @Test
  void a_mail_that_can_never_be_sent_goes_to_the_dead_letters() {
    publish("nobody", event("nobody", "order.confirmed", "no mail address", ""));
    awaitStatus("nobody", "FAILED");

    assertThat(header(deadLetter("nobody"), "reason")).contains("no mail address");
  }

  private ConsumerRecord<String, String> deadLetter(String key) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", broker.servers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("orders.dlt"));
      return await()
          .atMost(SOON)
          .until(
              () -> {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofSeconds(1))) {
                  if (key.equals(one.key())) {
                    return one;
                  }
                }
                return null;
              },
              one -> one != null);
    }
  }

  private static String header(ConsumerRecord<String, String> dead, String name) {
    return new String(dead.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void a_mail_server_that_is_down_delays_mails_and_loses_none() {
    smtp().cut();
    publish("wait", event("wait", "order.confirmed", "wait@example.com", ""));
    awaitStatus("wait", "PENDING");
    Reply health = client().get("/health").send();
    assertThat(health.status()).isEqualTo(503);
    assertThat(health.at("/checks/mailbox")).isEqualTo("down");

    smtp().restore();

    awaitStatus("wait", "SENT");
    assertThat(mailsTo("wait@example.com")).hasSize(1);
    assertThat(client().get("/health").send().status()).isEqualTo(200);
  }

  @Test
  void what_came_while_the_service_was_away_is_sent_when_it_is_back() {
    service().close();
    publish("away", event("away", "order.confirmed", "away@example.com", ""));

    startService();

    awaitStatus("away", "SENT");
    assertThat(mailsTo("away@example.com")).hasSize(1);
    assertThat(mailsTo("early@example.com")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void a_broker_that_is_away_is_seen_and_read_from_again() {
    broker.cut();
    await().atMost(SOON).until(() -> client().get("/health").send().status() == 503);
    broker.restore();

    publish("again", event("again", "order.confirmed", "again@example.com", ""));

    awaitStatus("again", "SENT");
  }

  @Test
  void a_shopper_sees_their_own_notifications_only() {
    publish("own", event("own", "order.confirmed", "ada@example.com", ""));
    awaitStatus("own", "SENT");

    assertThat(notifications("own", tokens.shopper("ada")).json()).hasSize(1);
    assertThat(notifications("own", tokens.shopper("eve")).json()).isEmpty();
  }

  @Test
  void a_good_token_and_an_order_are_needed() {
    for (String token : tokens.refused()) {
      assertThat(notifications("x", token).status()).isEqualTo(401);
    }
    Reply unasked = client().get("/notifications").token(tokens.staff()).send();
    assertThat(unasked.status()).isEqualTo(400);
  }

  private void database_down_is_503_and_nothing_is_lost() {
    database.cut();
    publish("dark", event("dark", "order.confirmed", "dark@example.com", ""));
    Reply reply = notifications("x", tokens.staff());
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.at("/dependency")).isEqualTo("database");

    database.restore();

    awaitStatus("dark", "SENT");
    assertThat(mailsTo("dark@example.com")).hasSize(1);
  }
}
