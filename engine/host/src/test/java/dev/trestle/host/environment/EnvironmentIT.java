package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.DependencyCondition;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvironmentIT {

  @Test
  void a_service_is_ready_with_its_database_and_nothing_is_left() throws IOException {
    try (Bench bench = new Bench()) {
      ComposeProject project =
          Projects.of(
              bench.folder(),
              Projects.service("postgres")
                  .image("registry.example.com/library/postgres:17-alpine")
                  .env("POSTGRES_USER", "shop")
                  .env("POSTGRES_PASSWORD", "s3cret")
                  .databases("cart", "pricing"),
              Projects.service("cart")
                  .java(TinyService.class)
                  .env("DATABASE_URL", "jdbc:postgresql://postgres:5432/cart")
                  .env("DATABASE_USER", "shop")
                  .env("DATABASE_PASSWORD", "s3cret")
                  .dependsOn("postgres", DependencyCondition.SERVICE_HEALTHY)
                  .readyHttp("/health", Duration.ofSeconds(20)));

      Environment environment = bench.start(project);

      assertThat(bench.events())
          .containsExactly("postgres starting", "postgres ready", "cart starting", "cart ready");
      assertThat(bench.get("cart", "/database")).isEqualTo("200 database cart");
      ServiceDescription postgres = environment.description().service("postgres").orElseThrow();
      assertThat(postgres.kind()).isEqualTo(ServiceDescription.Kind.DATABASE);
      assertThat(postgres.endpoints()).containsOnlyKeys("5432");
      assertThat(postgres.properties())
          .containsAllEntriesOf(
              Map.of(
                  "jdbc.user",
                  "shop",
                  "jdbc.password",
                  "s3cret",
                  "databases",
                  "shop,cart,pricing"));
      bench.closeAndExpectNothingLeft();
    }
  }
}
