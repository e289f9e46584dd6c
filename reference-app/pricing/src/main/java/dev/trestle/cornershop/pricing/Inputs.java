package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.Validation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What callers send, and how it becomes what the service works with. */
final class Inputs {
  private static final String NAME_IN_PATH = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  private Inputs() {}

  private static void checkPath(String name, String value) {
    if (!value.matches(NAME_IN_PATH)) {
      throw Problem.badRequest(
          "", name + " '" + value + "' must be letters, digits, '.', '_' or '-', at most 100");
    }
  }

  record ProductInput(@Nullable String name, @Nullable Money price) {
    Product toProduct(String sku) {
      checkPath("sku", sku);
      Validation validation =
          new Validation()
              .text("/name", name)
              .check(name == null || name.length() <= 200, "/name", "is too long, at most 200")
              .required("/price", price);
      if (price != null) {
        price.validate("/price", validation);
      }
      validation.orThrow();
      Money money = Objects.requireNonNull(price);
      return new Product(
          sku,
          Objects.requireNonNull(name),
          new Product.Price(
              Objects.requireNonNull(money.amount()), Objects.requireNonNull(money.currency())));
    }
  }

  record PromotionInput(
      Reduction.@Nullable Kind kind,
      @Nullable Long value,
      @Nullable List<@Nullable String> skus,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt) {
    Promotion toPromotion(String code) {
      checkPath("code", code);
      Validation validation = new Validation();
      Reduction.validate(kind, value, validation);
      validation
          .check(skus != null && !skus.isEmpty(), "/skus", "must name at least one product")
          .check(
              skus == null || skus.stream().allMatch(sku -> sku != null && !sku.isBlank()),
              "/skus",
              "must not have blank entries")
          .check(
              startsAt == null || endsAt == null || startsAt.isBefore(endsAt),
              "/endsAt",
              "must be after startsAt")
          .orThrow();
      return new Promotion(
          code,
          Objects.requireNonNull(kind),
          Objects.requireNonNull(value),
          List.copyOf(new TreeSet<>(Objects.requireNonNull(skus))),
          startsAt,
          endsAt);
    }
  }

  record CouponInput(
      Reduction.@Nullable Kind kind,
      @Nullable Long value,
      @Nullable String currency,
      @Nullable Long minimumTotal,
      @Nullable Integer maxRedemptions,
      @Nullable Instant expiresAt) {
    Coupon toCoupon(String code) {
      checkPath("code", code);
      Validation validation = new Validation();
      Reduction.validate(kind, value, validation);
      if (kind == Reduction.Kind.FIXED || currency != null) {
        Money.validateCurrency("/currency", currency, validation);
      }
      if (minimumTotal != null) {
        validation.between("/minimumTotal", minimumTotal, 0, Long.MAX_VALUE);
      }
      if (maxRedemptions != null) {
        validation.between("/maxRedemptions", maxRedemptions, 1, Integer.MAX_VALUE);
      }
      validation.orThrow();
      return new Coupon(
          code,
          Objects.requireNonNull(kind),
          Objects.requireNonNull(value),
          currency,
          minimumTotal,
          maxRedemptions,
          expiresAt,
          0);
    }
  }

  record RedemptionInput(@Nullable String orderId) {
    String validOrderId() {
      new Validation()
          .text("/orderId", orderId)
          .check(orderId == null || orderId.length() <= 100, "/orderId", "is too long, at most 100")
          .orThrow();
      return Objects.requireNonNull(orderId);
    }
  }

  record TaxInput(@Nullable Integer rateBasisPoints) {
    TaxRate toTaxRate(String country) {
      Validation validation = new Validation();
      validation
          .check(
              country.matches("[A-Z]{2}"),
              "",
              "the country in the path must be two capital letters")
          .between("/rateBasisPoints", rateBasisPoints, 0, 10_000)
          .orThrow();
      return new TaxRate(country, Objects.requireNonNull(rateBasisPoints));
    }
  }
}
