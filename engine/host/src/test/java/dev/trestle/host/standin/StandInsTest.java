package dev.trestle.host.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.ServiceDescription.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StandInsTest {

  @ParameterizedTest
  @CsvSource({
    "postgres, DATABASE",
    "postgres:17-alpine, DATABASE",
    "docker.io/library/postgres:17, DATABASE",
    "localhost:5000/postgres, DATABASE",
    "postgres@sha256:0123456789abcdef, DATABASE",
    "apache/kafka:4.1.2, BROKER",
    "registry.example.com:443/mirror/confluentinc/cp-kafka:8.0.0, BROKER",
    "axllent/mailpit, MAILBOX",
  })
  void registry_and_tag_do_not_matter(String image, Kind kind) {
    assertThat(StandIns.load().find(image)).map(StandIn::kind).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis:7", "postgres-exporter:1", "acme/kafka-ui", "mypostgres"})
  void another_image_has_none(String image) {
    assertThat(StandIns.load().find(image)).isEmpty();
  }

  @Test
  void the_known_images_can_be_told() {
    assertThat(StandIns.load().images()).contains("postgres", "apache/kafka").isSorted();
  }
}
