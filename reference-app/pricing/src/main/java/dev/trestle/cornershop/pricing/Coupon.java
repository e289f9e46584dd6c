package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reduction of a whole basket for who knows its code. */
record Coupon(
    String code,
    Reduction.Kind kind,
    long value,
    @Nullable String currency,
    @Nullable Long minimumTotal,
    @Nullable Integer maxRedemptions,
    @Nullable Instant expiresAt,
    int redemptions) {

  Reduction reduction() {
    return new Reduction(kind, value);
  }

  boolean exhausted() {
    return maxRedemptions != null && redemptions >= maxRedemptions;
  }

  /** Refuses a coupon that cannot be used now for a basket of this value. */
  void checkUsable(Instant now, long total, String basketCurrency) {
    if (expiresAt != null && !now.isBefore(expiresAt)) {
      throw refused("coupon-expired", "The coupon has expired", "it expired at " + expiresAt);
    }
    if (exhausted()) {
      throw refused(
          "coupon-exhausted",
          "The coupon is used up",
          "it may be used " + maxRedemptions + " times");
    }
    if (currency != null && !currency.equals(basketCurrency)) {
      throw refused(
          "mixed-currencies",
          "The currencies differ",
          "the coupon is in " + currency + ", the basket in " + basketCurrency);
    }
    if (minimumTotal != null && total < minimumTotal) {
      throw refused(
              "coupon-minimum",
              "The basket is too small for the coupon",
              "the coupon needs " + minimumTotal + ", the basket has " + total)
          .with("minimumTotal", minimumTotal);
    }
  }

  private Problem refused(String slug, String title, String detail) {
    return Problem.unprocessable(slug, title, detail).with("coupon", code);
  }
}
