package dev.trestle.steps.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CardNetworkTest {

  @ParameterizedTest
  @CsvSource({"411111111111111, 1", "37828224631000, 5", "3056930902590, 4", "7992739871, 3"})
  void a_check_digit_is_that_of_published_numbers(String digits, int expected) {
    assertThat(CardNetwork.checkDigit(digits)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void every_number_has_a_right_check_digit(CardNetwork network) {
    for (int seed = 0; seed < 50; seed++) {
      String number = network.number(new Random(seed));
      int last = number.length() - 1;
      assertThat(number).matches("\\d{14,16}");
      assertThat(CardNetwork.checkDigit(number.substring(0, last)))
          .isEqualTo(number.charAt(last) - '0');
    }
  }

  @ParameterizedTest
  @CsvSource({"visa, 4, 16", "Amex, 37, 15", "diners club, 30, 14", "Union Pay, 62, 16"})
  void a_network_has_its_first_digits_and_length(String name, String start, int length) {
    String number = CardNetwork.named(name).number(new Random(1));
    assertThat(number).startsWith(start).hasSize(length);
  }

  @Test
  void an_unknown_network_is_refused_with_the_known_ones() {
    assertThatThrownBy(() -> CardNetwork.named("Vista"))
        .hasMessageContaining("No card network is named 'Vista'.")
        .hasMessageContaining("Visa, Mastercard, American Express");
  }
}
