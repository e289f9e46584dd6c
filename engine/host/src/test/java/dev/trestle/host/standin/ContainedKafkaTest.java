package dev.trestle.host.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.environment.Projects;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContainedKafkaTest {

  private final ContainedKafka kafka = new ContainedKafka();

  private Map<String, String> variables(Projects.Builder service) {
    return kafka.open(service.build(Path.of("")), 9092, 31_000, List.of()).variables();
  }

  @Test
  void a_broker_gets_one_listener_more_for_the_test() {
    assertThat(
            variables(
                Projects.service("kafka")
                    .env("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093")
                    .env("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:9092")
                    .env(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "KAFKA_LISTENERS",
                "PLAINTEXT://:9092,CONTROLLER://:9093,TRESTLE://:29092",
                "KAFKA_ADVERTISED_LISTENERS",
                "PLAINTEXT://kafka:9092,TRESTLE://127.0.0.1:31000",
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,TRESTLE:PLAINTEXT"));
  }

  @Test
  void a_broker_without_variables_gets_what_makes_it_one() {
    assertThat(variables(Projects.service("broker")))
        .containsEntry("KAFKA_PROCESS_ROLES", "broker,controller")
        .containsEntry(
            "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://broker:9092,TRESTLE://127.0.0.1:31000");
  }

  @Test
  void the_variables_of_other_images_are_named_otherwise() {
    assertThat(
            variables(
                Projects.service("kafka")
                    .env("KAFKA_CFG_LISTENERS", "PLAINTEXT://:9092")
                    .env("KAFKA_CFG_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:9092")))
        .containsEntry("KAFKA_CFG_LISTENERS", "PLAINTEXT://:9092,TRESTLE://:29092")
        .doesNotContainKey("KAFKA_LISTENERS");
  }

  @Test
  void ports_that_the_broker_uses_are_left_to_it() {
    Contained.Opening opening =
        kafka.open(
            Projects.service("kafka")
                .env("KAFKA_LISTENERS", "PLAINTEXT://:29092,CONTROLLER://:29093")
                .env("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:29092")
                .expose(29_095)
                .build(Path.of("")),
            29_092,
            31_000,
            List.of(new StandInRequest.Listener(31_001, "172.18.0.1:40001")));

    assertThat(opening.ports())
        .containsExactlyInAnyOrderEntriesOf(Map.of(29_094, 31_000, 29_096, 31_001));
  }

  @Test
  void the_test_and_each_consumer_have_a_listener_of_their_own() {
    Contained.Opening opening =
        kafka.open(
            Projects.service("kafka").build(Path.of("")),
            9092,
            31_000,
            List.of(
                new StandInRequest.Listener(31_001, "172.18.0.1:40001"),
                new StandInRequest.Listener(31_002, "127.0.0.1:40002")));

    assertThat(opening.ports())
        .containsExactlyInAnyOrderEntriesOf(Map.of(29_092, 31_000, 29_093, 31_001, 29_094, 31_002));
    assertThat(opening.variables())
        .containsEntry(
            "KAFKA_ADVERTISED_LISTENERS",
            "PLAINTEXT://kafka:9092,TRESTLE://127.0.0.1:31000,"
                + "EDGE1://172.18.0.1:40001,EDGE2://127.0.0.1:40002")
        .containsEntry(
            "KAFKA_LISTENERS",
            "PLAINTEXT://:9092,CONTROLLER://:9093,"
                + "TRESTLE://:29092,EDGE1://:29093,EDGE2://:29094");
  }
}
