package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Validation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a shopper asks to order. */
record OrderRequest(
    @Nullable String cartId,
    @Nullable String country,
    @Nullable String coupon,
    @Nullable Card card) {

  /** The same request once its fields are known to be good. */
  record Valid(String cartId, String country, @Nullable String coupon, Card card) {
    /** What tells this request from another under the same idempotency key. */
    String fingerprint() {
      return String.join("|", cartId, country, String.valueOf(coupon), card.lastDigits());
    }
  }

  Valid validate() {
    Validation validation =
        new Validation()
            .text("/cartId", cartId)
            .matches("/country", country, "[A-Z]{2}", "a country code such as DE")
            .required("/card", card)
            .check(coupon == null || !coupon.isBlank(), "/coupon", "must not be blank");
    if (card != null) {
      card.validate(validation);
    }
    validation.orThrow();
    return new Valid(
        Objects.requireNonNull(cartId),
        Objects.requireNonNull(country),
        coupon,
        Objects.requireNonNull(card));
  }
}
