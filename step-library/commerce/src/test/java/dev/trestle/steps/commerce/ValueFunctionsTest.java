package dev.trestle.steps.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.TestScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFunctionsTest {

  @ParameterizedTest
  @CsvSource({
    "${minor:3.50 EUR}, 350",
    "${currency:3.50 EUR}, EUR",
    "${card:a valid card}, 4111111111111111",
    "${card:a declined card}, 4000000000000002"
  })
  void are_known_to_the_scenario_scope(String text, String value) {
    try (TestScope test = TestScope.open()) {
      assertThat(test.scope().resolve(text)).isEqualTo(value);
    }
  }

  @Test
  void take_a_saved_value_as_their_argument() {
    try (TestScope test = TestScope.open()) {
      test.scope().set("price", "3.50 EUR");
      assertThat(test.scope().resolve("${minor:${price}}")).isEqualTo("350");
    }
  }

  @Test
  void a_log_in_without_a_password_says_what_to_write() {
    try (TestScope test = TestScope.open()) {
      assertThatThrownBy(() -> test.scope().resolve("${login:ada@shop.example}"))
          .isInstanceOf(StepFailure.class)
          .hasMessageContaining("names no password");
    }
  }
}
