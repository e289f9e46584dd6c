package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReadyCheckTest {

  private static final Duration OTHERWISE = Duration.ofSeconds(60);
  private final LogFile log = new LogFile(Path.of("cart.log"));
  private final AddressBook.Ports ports = new AddressBook.Ports(twoPorts());

  @Test
  void an_open_port_is_enough_when_nothing_is_said() {
    assertThat(check(Projects.service("cart")))
        .isEqualTo(new ReadyCheck(new Probe.Port(21_000), OTHERWISE, Projects.at(3)));
  }

  @Test
  void an_http_health_check_is_understood() {
    assertThat(
            check(
                    Projects.service("cart")
                        .healthcheck("CMD-SHELL", "curl -f http://localhost:9090/up || exit 1"))
                .probe())
        .isEqualTo(new Probe.Http(29_000, "/up", null));
  }

  @Test
  void another_health_check_is_no_reason_to_wait_longer() {
    assertThat(check(Projects.service("cart").healthcheck("CMD", "true")).probe())
        .isEqualTo(new Probe.Port(21_000));
  }

  @Test
  void what_the_compose_file_says_goes_first() {
    Readiness ready =
        new Readiness.Http("/health", null, 204, Duration.ofSeconds(7), Projects.at(41));

    assertThat(check(Projects.service("cart").ready(ready)))
        .isEqualTo(
            new ReadyCheck(
                new Probe.Http(21_000, "/health", 204), Duration.ofSeconds(7), Projects.at(41)));
  }

  private ReadyCheck check(Projects.Builder builder) {
    ComposeService service = builder.build(Path.of("folder"));
    return ReadyCheck.of(service, ports, log, OTHERWISE);
  }

  private static Map<Integer, Integer> twoPorts() {
    Map<Integer, Integer> local = new LinkedHashMap<>();
    local.put(8080, 21_000);
    local.put(9090, 29_000);
    return local;
  }
}
