package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.Mail;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.protocol.ServiceDescription.Kind;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class StandInsIT {

  @Test
  void each_stand_in_is_the_real_product()
      throws IOException,
          SQLException,
          MessagingException,
          ExecutionException,
          InterruptedException,
          TimeoutException {
    try (Bench bench = new Bench()) {
      Environment environment =
          bench.start(
              Projects.of(
                  bench.folder(),
                  Projects.service("mailbox").image("greenmail/standalone:2.1.5"),
                  Projects.service("db").image("postgres:17").env("POSTGRES_PASSWORD", "s3cret"),
                  Projects.service("kafka").image("apache/kafka:4.1.2")));

      assertThat(environment.description().services())
          .extracting(ServiceDescription::kind)
          .containsExactly(Kind.MAILBOX, Kind.DATABASE, Kind.BROKER);
      database(environment.description().service("db").orElseThrow());
      broker(environment.description().service("kafka").orElseThrow());
      mailbox(environment, environment.description().service("mailbox").orElseThrow());
      bench.closeAndExpectNothingLeft();
    }
  }

  private static void database(ServiceDescription db) throws SQLException {
    String url = db.properties().get("jdbc.url") + "postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "s3cret")) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  private static void broker(ServiceDescription kafka)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka.properties().get("bootstrap.servers"),
            "group.id",
            "test",
            "auto.offset.reset",
            "earliest",
            "enable.idempotence",
            true);
    try (KafkaProducer<String, String> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      producer.send(new ProducerRecord<>("orders", "7", "paid")).get(20, TimeUnit.SECONDS);
      consumer.subscribe(List.of("orders"));
      ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(20));
      assertThat(records).extracting(record -> record.value()).containsExactly("paid");
    }
  }

  private static void mailbox(Environment environment, ServiceDescription mailbox)
      throws MessagingException, IOException {
    String[] address = mailbox.endpoints().get("1025").split(":", -1);
    Properties settings = new Properties();
    settings.putAll(
        Map.of("mail.smtp.host", address[0], "mail.smtp.port", address[1], "mail.smtp.auth", true));
    MimeMessage message = new MimeMessage(Session.getInstance(settings));
    message.setFrom(new InternetAddress("shop@example.com"));
    message.setRecipients(Message.RecipientType.TO, "Ada@example.com, bob@example.com");
    message.setSubject("Your order — paid");
    message.setText("Thank you, Ada.");
    Transport.send(message, "shop", "any password");

    assertThat(environment.mails("nobody@example.com")).isEmpty();
    assertThat(environment.mails("")).hasSize(1);
    Mail mail = environment.mails("ada@example.com").get(0);
    assertThat(mail.from()).isEqualTo("shop@example.com");
    assertThat(mail.to()).containsExactlyInAnyOrder("Ada@example.com", "bob@example.com");
    assertThat(mail.subject()).isEqualTo("Your order — paid");
    assertThat(mail.text()).isEqualTo("Thank you, Ada.");
  }
}
