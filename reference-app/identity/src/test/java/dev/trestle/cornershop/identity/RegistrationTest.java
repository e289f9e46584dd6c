package dev.trestle.cornershop.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trestle.cornershop.identity.IdentityService.Registration;
import dev.trestle.cornershop.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {
  @Test
  void a_complete_one_is_accepted() {
    assertThatCode(new Registration("ada@example.com", "12345678", "Ada", "DE")::validate)
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "ada,             12345678, Ada, DE, /email",
    "@example.com,    12345678, Ada, DE, /email",
    "a b@example.com, 12345678, Ada, DE, /email",
    "ada@example.com, 1234567,  Ada, DE, /password",
    "ada@example.com, ,         Ada, DE, /password",
    "ada@example.com, 12345678, ' ', DE, /name",
    "ada@example.com, 12345678, Ada, de, /country",
    "ada@example.com, 12345678, Ada, XX, /country",
    "ada@example.com, 12345678, Ada, ,   /country",
  })
  void the_wrong_field_is_named(
      String email, String password, String name, String country, String pointer) {
    Problem problem =
        catchThrowableOfType(
            Problem.class, new Registration(email, password, name, country)::validate);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.members().get("errors").toString()).contains("pointer=" + pointer + ",");
  }

  @Test
  void all_wrong_fields_are_named_together() {
    Problem problem =
        catchThrowableOfType(
            Problem.class, new Registration(null, "x".repeat(73), null, null)::validate);

    assertThat(problem.detail()).contains("/email", "/password", "/name", "/country");
  }
}
