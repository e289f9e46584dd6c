package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.DependencyCondition;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

final class OutagesIT {

  private static ComposeProject shop(Bench bench) {
    return Projects.of(
        bench.folder(),
        Projects.service("postgres").image("postgres:17").databases("cart"),
        Projects.service("kafka").image("apache/kafka:4.1.2"),
        Projects.service("mailbox").image("greenmail/standalone:2.1.5"),
        Projects.service("cart")
            .java(TinyService.class)
            .env("DATABASE_URL", "jdbc:postgresql://postgres:5432/cart?socketTimeout=2")
            .env("DATABASE_USER", "postgres")
            .env("DATABASE_PASSWORD", "postgres")
            .env("KAFKA", "kafka:9092")
            .env("SMTP_HOST", "mailbox")
            .env("SMTP_PORT", "1025")
            .dependsOn("postgres", DependencyCondition.SERVICE_HEALTHY)
            .readyHttp("/health", Duration.ofSeconds(20)));
  }

  private static void happen(Environment environment, Outage.Event event) {
    environment.outage(new Outage(Bench.ADA, event));
  }

  @Test
  void a_database_that_was_down_has_its_data_when_it_is_back() throws IOException, SQLException {
    try (Bench bench = new Bench()) {
      Environment environment = bench.start(shop(bench));
      ServiceDescription postgres = environment.description().service("postgres").orElseThrow();
      update(postgres, "CREATE TABLE things (name TEXT)");
      update(postgres, "INSERT INTO things VALUES ('kept')");

      happen(environment, new Outage.Stopped("postgres"));
      assertThat(bench.get("cart", "/database")).startsWith("500 ");
      environment.recover();
      assertThat(bench.get("cart", "/database")).isEqualTo("200 database cart");
      happen(environment, new Outage.Restarted("postgres"));

      assertThat(things(postgres)).isEqualTo("kept");
      assertThat(environment.deaths()).isEmpty();
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void what_is_paused_answers_nothing_until_it_is_back() throws IOException {
    try (Bench bench = new Bench()) {
      Environment environment = bench.start(shop(bench));

      happen(environment, new Outage.Paused("postgres"));
      assertThat(bench.get("cart", "/database")).startsWith("500 ");
      happen(environment, new Outage.Back("postgres"));
      assertThat(bench.get("cart", "/database")).isEqualTo("200 database cart");

      happen(environment, new Outage.Paused("cart"));
      happen(environment, new Outage.Paused("kafka"));
      bench.closeAndExpectNothingLeft(); // also what is held
    }
  }

  @Test
  void the_connection_of_one_consumer_is_cut_slowed_and_mended() throws IOException, SQLException {
    try (Bench bench = new Bench()) {
      Environment environment = bench.start(shop(bench));
      ServiceDescription postgres = environment.description().service("postgres").orElseThrow();

      happen(environment, new Outage.Cut("cart", "postgres"));
      assertThat(bench.get("cart", "/database")).startsWith("500 ");
      update(postgres, "CREATE TABLE others (name TEXT)"); // the test has a connection of its own
      happen(environment, new Outage.Slowed("cart", "postgres", 2_500));
      assertThat(bench.get("cart", "/database")).startsWith("500 ");
      happen(environment, new Outage.Mended("cart", "postgres"));
      assertThat(bench.get("cart", "/database")).isEqualTo("200 database cart");

      assertThatThrownBy(() -> happen(environment, new Outage.Cut("postgres", "cart")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("There is no connection from 'postgres' to 'cart' to break.")
          .hasMessageContaining("cart -> postgres, cart -> kafka, cart -> mailbox");
      assertThatThrownBy(() -> happen(environment, new Outage.Stopped("carts")))
          .hasMessageStartingWith("Service 'carts' is unknown.");
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_broker_tells_each_consumer_its_own_edge()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    try (Bench bench = new Bench()) {
      Environment environment = bench.start(shop(bench));
      String edge = bench.get("cart", "/variable?KAFKA").substring(4);
      Map<String, Object> settings =
          Map.of(
              "bootstrap.servers",
              edge,
              "group.id",
              "test",
              "auto.offset.reset",
              "earliest",
              "delivery.timeout.ms",
              3_000,
              "request.timeout.ms",
              2_000,
              "max.block.ms",
              3_000);
      try (KafkaProducer<String, String> producer =
              new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
          KafkaConsumer<String, String> consumer =
              new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
        producer.send(new ProducerRecord<>("orders", "7", "paid")).get(20, TimeUnit.SECONDS);

        happen(environment, new Outage.Cut("cart", "kafka"));
        assertThatThrownBy(
                () ->
                    producer
                        .send(new ProducerRecord<>("orders", "8", "lost"))
                        .get(20, TimeUnit.SECONDS))
            .isInstanceOf(ExecutionException.class);
        environment.recover();
        happen(environment, new Outage.Restarted("kafka"));

        consumer.subscribe(List.of("orders"));
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(20));
        assertThat(records).extracting(record -> record.value()).contains("paid");
      }
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_mailbox_cannot_be_paused_but_stopped() throws IOException {
    try (Bench bench = new Bench()) {
      Environment environment = bench.start(shop(bench));

      assertThatThrownBy(() -> happen(environment, new Outage.Paused("mailbox")))
          .hasMessageStartingWith("Service 'mailbox' cannot be paused.");
      happen(environment, new Outage.Stopped("mailbox"));
      environment.recover();

      assertThat(environment.status()).allMatch(service -> service.ready());
      bench.closeAndExpectNothingLeft();
    }
  }

  @Test
  void a_service_that_the_outage_killed_is_started_again() throws IOException {
    try (Bench bench = new Bench()) {
      Environment environment = bench.start(shop(bench));

      happen(environment, new Outage.Stopped("postgres"));
      assertThat(bench.get("cart", "/end?7")).startsWith("502 ");
      environment.recover();

      assertThat(bench.get("cart", "/database")).isEqualTo("200 database cart");
      bench.closeAndExpectNothingLeft();
    }
  }

  private static void update(ServiceDescription postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String things(ServiceDescription postgres) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name FROM things")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static Connection connect(ServiceDescription postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.properties().get("jdbc.url") + "cart", "postgres", "postgres");
  }
}
