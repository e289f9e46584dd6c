package dev.trestle.cornershop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailTextTest {
  private static OrderEvent event(
      OrderEvent.Type type, @Nullable String reason, boolean refunded, String currency) {
    return new OrderEvent(
        "e-1",
        type,
        "o-1",
        "ada@example.com",
        "Ada <b>",
        currency,
        123_456,
        List.of(new OrderEvent.Line("BEANS", "Beans & more", 2, 500)),
        reason,
        refunded);
  }

  @Test
  void a_confirmation_names_the_order_its_lines_and_the_total() {
    Mail mail = MailText.of(event(OrderEvent.Type.CONFIRMED, null, false, "EUR"));

    assertThat(mail.subject()).isEqualTo("Your order o-1 is confirmed");
    assertThat(mail.recipient()).isEqualTo("ada@example.com");
    assertThat(mail.text())
        .contains("Hello Ada <b>,", "2 x Beans & more (BEANS), 5.00 EUR", "Total: 1234.56 EUR");
    assertThat(mail.html()).contains("Ada &lt;b&gt;", "Beans &amp; more", "1234.56 EUR");
  }

  @Test
  void a_cancellation_names_the_reason_and_that_money_went_back() {
    Mail mail = MailText.of(event(OrderEvent.Type.CANCELLED, "inventory-unavailable", true, "EUR"));

    assertThat(mail.subject()).isEqualTo("Your order o-1 was cancelled");
    assertThat(mail.text())
        .contains("reason: inventory-unavailable", "Your money went back: 1234.56 EUR");
    assertThat(mail.html()).contains("Your money went back");
  }

  @Test
  void a_cancellation_before_payment_says_that_nothing_was_charged() {
    Mail mail = MailText.of(event(OrderEvent.Type.CANCELLED, "out-of-stock", false, "EUR"));

    assertThat(mail.text())
        .contains("an item is out of stock", "You were not charged.")
        .doesNotContain("went back");
  }

  @Test
  void amounts_have_the_digits_of_their_currency() {
    assertThat(MailText.of(event(OrderEvent.Type.CONFIRMED, null, false, "JPY")).text())
        .contains("123456 JPY");
    assertThat(MailText.of(event(OrderEvent.Type.CONFIRMED, null, false, "???")).text())
        .contains("1234.56 ???");
  }
}
