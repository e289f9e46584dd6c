package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.ComposeService;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "5005 8080, '', 8080",
    "8080 5005, '', 8080",
    "9090 8080, '', 8080",
    "9090 8080, 9090, 9090",
    "8080 3000, 3000, 3000",
    "443 80, '', 80",
    "5005 3000, '', 3000",
    "3000 9229, '', 3000",
    "7001 7000, '', 7001",
    "5005, '', 5005",
    "7000 7001, 9000, 7000"
  })
  void one_of_several_ports_is_the_main_one(String ports, String variable, int main) {
    Projects.Builder builder = Projects.service("cart").env("PORT", variable);
    for (String port : ports.split(" ")) {
      builder.expose(Integer.parseInt(port));
    }

    List<Integer> found = ContainerPorts.of(builder.build(FOLDER), 8080);

    assertThat(found.get(0)).isEqualTo(main);
    assertThat(found).hasSize(ports.split(" ").length);
  }
}
