package dev.trestle.cornershop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Validation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2030-05-31T23:00:00Z"), ZoneOffset.UTC);

  private static void validate(Card card) {
    Validation validation = new Validation();
    card.validate("/card", CLOCK, validation);
    validation.orThrow();
  }

  @ParameterizedTest
  @CsvSource({"4111111111111111, 05/30", "378282246310005, 06/30", "6011111111111117, 12/99"})
  void a_good_card_is_accepted(String number, String expiry) {
    assertThatCode(() -> validate(new Card(number, expiry, "123"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111112, 05/30, 123, /card/number",
    "4111-1111-1111-1111, 05/30, 123, /card/number",
    "4111111111111111, 04/30, 123, /card/expiry",
    "4111111111111111, 13/30, 123, /card/expiry",
    "4111111111111111, 05/30, 12, /card/cvc",
    "4111111111111111, 05/30, , /card/cvc"
  })
  void a_bad_card_is_refused_by_name_of_the_field(
      String number, String expiry, String cvc, String pointer) {
    assertThatThrownBy(() -> validate(new Card(number, expiry, cvc)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.detail()).startsWith(pointer);
              assertThat(problem.detail()).doesNotContain(number);
            });
  }

  @Test
  void a_card_never_prints_its_number() {
    Card card = new Card("4111111111111111", "05/30", "123");

    assertThat(card.masked()).isEqualTo("**** **** **** 1111");
    assertThat(card).hasToString("a card");
    assertThat(card.traits()).doesNotContain("4111111111111111");
    assertThat(new PaymentRequest("o", 1L, "EUR", card, null).toString()).doesNotContain("1111");
  }
}
