package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Validation;
import org.jspecify.annotations.Nullable;

/** A card on its way from the shopper to the payment service; never stored or printed. */
record Card(@Nullable String number, @Nullable String expiry, @Nullable String cvc) {
  void validate(Validation validation) {
    validation
        .matches("/card/number", number, "[0-9]{12,19}", "12 to 19 digits")
        .matches(
            "/card/expiry", expiry, "(0[1-9]|1[0-2])/[0-9]{2}", "a month and a year such as 05/31")
        .matches("/card/cvc", cvc, "[0-9]{3,4}", "3 or 4 digits");
  }

  String lastDigits() {
    String digits = String.valueOf(number);
    return digits.substring(digits.length() - 4);
  }

  @Override
  public String toString() {
    return "a card";
  }
}
