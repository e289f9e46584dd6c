package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.ComposeService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ContainerPortsTest {

  private static final Path FOLDER = Path.of("folder");

  @Test
  void exposed_ports_go_before_variables() {
    ComposeService service =
        Projects.service("cart").expose(7000).expose(7001).env("PORT", "9000").build(FOLDER);

    assertThat(ContainerPorts.of(service, 8080)).containsExactly(7000, 7001);
  }

  @Test
  void a_variable_that_names_a_port_is_taken_next() {
    ComposeService service =
        Projects.service("cart")
            .env("DATABASE_PORT", "5432")
            .env("HTTP_PORT", "7002")
            .build(FOLDER);

    assertThat(ContainerPorts.of(service, 8080)).containsExactly(7002);
  }

  @Test
  void the_guess_comes_last() {
    ComposeService service = Projects.service("cart").env("PORT", "auto").build(FOLDER);

    assertThat(ContainerPorts.of(service, 5432)).containsExactly(5432);
  }
}
