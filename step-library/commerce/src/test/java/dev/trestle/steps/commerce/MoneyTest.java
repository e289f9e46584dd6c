package dev.trestle.steps.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.steps.core.StepFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "3.50 EUR, 350, EUR",
    "3 EUR, 300, EUR",
    "0.05 USD, 5, USD",
    "-1.20 CHF, -120, CHF",
    "1200 JPY, 1200, JPY",
    "1.234 KWD, 1234, KWD",
    "3.500 EUR, 350, EUR"
  })
  void has_as_many_digits_as_the_currency(String written, long minorUnits, String currency) {
    assertThat(Money.parse(written)).isEqualTo(new Money(minorUnits, currency));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.50", "EUR", "3,50 EUR", "3.50EUR", "three EUR", ""})
  void refuses_what_is_not_an_amount_and_a_currency(String written) {
    assertThatThrownBy(() -> Money.parse(written))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("'" + written + "' is not an amount of money.")
        .hasMessageContaining("'3.50 EUR'");
  }

  @Test
  void names_the_code_that_is_no_currency() {
    assertThatThrownBy(() -> Money.parse("3.50 EUX"))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("'EUX' in '3.50 EUX' is not a currency.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.505 EUR", "0.5 JPY", "99999999999999999999 EUR"})
  void refuses_an_amount_that_cannot_be_paid(String written) {
    assertThatThrownBy(() -> Money.parse(written))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("'" + written + "' cannot be paid.");
  }
}
