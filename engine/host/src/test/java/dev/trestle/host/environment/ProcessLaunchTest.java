package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.ComposeService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProcessLaunchTest {

  private static final AddressBook.Ports PORTS = new AddressBook.Ports(Map.of(8080, 21_000));

  private final Rewiring rewiring =
      new Rewiring(List.of("kafka"), (host, port, http) -> Rewiring.Place.local(22_000));

  @Test
  void its_own_port_becomes_the_free_one_only_where_it_listens() {
    Map<String, String> environment =
        launch(
                Projects.service("cart")
                    .env("SERVER_PORT", "8080")
                    .env("ADMIN_LISTEN_PORT", "8080")
                    .env("METRICS_LISTEN_PORT", "9090")
                    .env("LIMIT", "8080"))
            .environment();

    assertThat(environment)
        .containsAllEntriesOf(
            Map.of(
                "SERVER_PORT", "21000",
                "ADMIN_LISTEN_PORT", "21000",
                "METRICS_LISTEN_PORT", "9090",
                "LIMIT", "8080",
                "PORT", "21000",
                "HOST", "127.0.0.1"));
  }

  @Test
  void a_host_that_is_given_is_kept() {
    assertThat(launch(Projects.service("cart").env("HOST", "0.0.0.0")).environment())
        .containsEntry("HOST", "0.0.0.0");
  }

  @Test
  void only_a_few_variables_of_the_machine_are_inherited() {
    assertThat(launch(Projects.service("cart")).environment())
        .containsEntry("PATH", "/bin")
        .doesNotContainKey("AWS_SECRET_ACCESS_KEY");
  }

  @Test
  void arguments_are_rewired() {
    assertThat(launch(Projects.service("cart")).command())
        .containsExactly("cart", "--broker=127.0.0.1:22000");
  }

  @Test
  void java_is_the_one_of_java_home() {
    ComposeService service =
        Projects.service("cart").process("java", "-jar", "cart.jar").build(Path.of("folder"));

    assertThat(
            ProcessLaunch.of(
                    service,
                    service.xTrestle().process(),
                    PORTS,
                    rewiring,
                    Map.of("JAVA_HOME", "/jdk"))
                .command())
        .startsWith(Path.of("/jdk", "bin", "java").toString());
  }

  private ProcessLaunch launch(Projects.Builder builder) {
    ComposeService service =
        builder.process("cart", "--broker=kafka:9092").build(Path.of("folder"));
    return ProcessLaunch.of(
        service,
        service.xTrestle().process(),
        PORTS,
        rewiring,
        Map.of("PATH", "/bin", "AWS_SECRET_ACCESS_KEY", "x"));
  }
}
