package dev.trestle.steps.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.steps.core.StepFailure;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestCardTest {

  @ParameterizedTest
  @EnumSource
  void is_found_by_its_name(TestCard card) {
    assertThat(TestCard.named(card.written())).isSameAs(card);
  }

  @ParameterizedTest
  @EnumSource
  void has_a_right_check_digit_unless_it_is_mistyped(TestCard card) {
    assertThat(luhn(card.number()) % 10 == 0).isEqualTo(card != TestCard.MISTYPED);
  }

  @Test
  void knows_every_name_of_the_parameter_type() {
    assertThat(TestCard.NAMES)
        .isEqualTo(
            Arrays.stream(TestCard.values())
                .map(TestCard::written)
                .collect(Collectors.joining("|")));
  }

  @Test
  void lists_the_known_cards_for_an_unknown_one() {
    assertThatThrownBy(() -> TestCard.named("a golden card"))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("'a golden card' is not a test card.")
        .hasMessageContaining("a valid card, a declined card");
  }

  private static int luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = Character.digit(number.charAt(number.length() - 1 - i), 10);
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }
}
