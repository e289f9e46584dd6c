package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.HostStatus;
import dev.trestle.protocol.ServiceDescription.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTableTest {

  @Test
  void services_are_shown_below_each_other_with_the_lease() {
    Path directory = Path.of("/shop");
    HostStatus status =
        new HostStatus(
            "2026-01-02T03:04:05Z",
            3600,
            1800,
            false,
            true,
            List.of(
                new HostStatus.Service(
                    "cart",
                    Kind.SERVICE,
                    true,
                    "ready",
                    Map.of("8080", "127.0.0.1:20001"),
                    "/shop/target/trestle/logs/cart.log"),
                new HostStatus.Service(
                    "postgres",
                    Kind.DATABASE,
                    false,
                    "ended with exit code 1",
                    Map.of(),
                    "/elsewhere/postgres.log")));

    List<String> lines = new StatusTable(status, directory).lines();

    assertThat(lines.get(0)).startsWith("Environment up since ").endsWith("; a runner stands by");
    assertThat(lines.subList(1, 4))
        .containsExactly(
            "Lease: 60 min 0 s without use; 30 min 0 s left",
            "  cart      service   ready                   8080 at 127.0.0.1:20001"
                + "  target/trestle/logs/cart.log",
            "  postgres  database  ended with exit code 1    /elsewhere/postgres.log");
  }
}
