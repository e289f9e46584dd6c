package dev.trestle.cornershop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.cornershop.kit.Environment.BadEnvironment;
import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import dev.trestle.cornershop.kit.Environment.ListenAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private record Config(ListenAddress listen, DatabaseAddress database, URI pricing) {
    static Config from(Environment environment) {
      return new Config(
          environment.listenAddress(),
          environment.databaseAddress(),
          environment.uri("PRICING_URL"));
    }
  }

  @Test
  void all_missing_and_malformed_variables_are_named_at_once() {
    Map<String, String> variables =
        Map.of("DATABASE_USER", "cart", "PORT", "eighty", "PRICING_URL", "pricing:8080");

    assertThatThrownBy(() -> Environment.read(variables, Config::from))
        .isInstanceOf(BadEnvironment.class)
        .hasMessage(
            "The environment is incomplete: PORT is 'eighty', expected a whole number;"
                + " DATABASE_URL is not set; DATABASE_PASSWORD is not set;"
                + " PRICING_URL is 'pricing:8080', expected a URL such as http://host:8080."
                + " Set these variables and start again.");
  }

  @Test
  void what_may_be_missing_has_a_default() {
    Config config =
        Environment.read(
            Map.of(
                "DATABASE_URL", "jdbc:postgresql://postgres/cart",
                "DATABASE_USER", "cart",
                "DATABASE_PASSWORD", "secret",
                "PRICING_URL", "http://pricing:8080/"),
            Config::from);

    assertThat(config.listen()).isEqualTo(new ListenAddress("0.0.0.0", 8080));
    assertThat(config.pricing()).hasToString("http://pricing:8080");
  }

  @Test
  void a_password_is_not_printed() {
    assertThat(new DatabaseAddress("jdbc:x", "cart", "secret").toString()).doesNotContain("secret");
  }
}
