package dev.trestle.cornershop.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.cornershop.kit.Environment;
import dev.trestle.cornershop.kit.Environment.BadEnvironment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityConfigTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "DATABASE_URL", "jdbc:postgresql://postgres/identity",
          "DATABASE_USER", "identity",
          "DATABASE_PASSWORD", "hidden",
          "STAFF_EMAIL", "staff@example.com",
          "STAFF_PASSWORD", "hidden",
          "SERVICE_CLIENTS", "checkout:hidden, notification:hidden:too");

  @Test
  void clients_are_read_and_nothing_secret_is_printed() {
    IdentityConfig config = Environment.read(VARIABLES, IdentityConfig::from);

    assertThat(config.serviceClients())
        .containsEntry("checkout", "hidden")
        .containsEntry("notification", "hidden:too");
    assertThat(config.tokenTtlSeconds()).isEqualTo(900);
    assertThat(config.toString()).doesNotContain("hidden");
  }

  @Test
  void a_client_without_a_secret_is_refused() {
    Map<String, String> variables = new java.util.HashMap<>(VARIABLES);
    variables.put("SERVICE_CLIENTS", "checkout");

    assertThatThrownBy(() -> Environment.read(variables, IdentityConfig::from))
        .isInstanceOf(BadEnvironment.class)
        .hasMessageContaining("SERVICE_CLIENTS");
  }
}
