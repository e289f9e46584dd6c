package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the price list and answers what a basket costs. */
final class PricingService {
  private final PricingRepository prices;
  private final CouponRepository coupons;
  private final Clock clock;

  PricingService(PricingRepository prices, CouponRepository coupons, Clock clock) {
    this.prices = prices;
    this.coupons = coupons;
    this.clock = clock;
  }

  boolean save(Product product) {
    return prices.save(product);
  }

  List<Product> products() {
    return prices.products();
  }

  Product product(String sku) {
    return prices.products(List.of(sku)).stream()
        .findFirst()
        .orElseThrow(() -> unknownProduct(404, sku));
  }

  boolean save(Promotion promotion) {
    return prices.save(promotion);
  }

  Promotion promotion(String code) {
    return prices
        .promotion(code)
        .orElseThrow(
            () ->
                new Problem(
                    404,
                    "unknown-promotion",
                    "There is no such promotion",
                    "no promotion '" + code + "'"));
  }

  /** Stores the coupon; the answer's redemptions are those it had before. */
  boolean save(Coupon coupon) {
    return coupons.save(coupon);
  }

  Coupon coupon(String code) {
    return coupons.find(code).orElseThrow(() -> CouponRepository.unknown(code));
  }

  boolean redeem(String code, String orderId) {
    return coupons.redeem(code, orderId);
  }

  void takeBack(String code, String orderId) {
    coupons.takeBack(code, orderId);
  }

  boolean save(TaxRate tax) {
    return prices.save(tax);
  }

  TaxRate tax(String country) {
    return prices.tax(country).orElseThrow(() -> unknownCountry(404, country));
  }

  Quote quote(QuoteRequest request) {
    request.validate();
    Instant now = clock.instant();
    List<QuoteCalculator.Item> items = items(request.wanted());
    List<String> skus = items.stream().map(item -> item.product().sku()).distinct().toList();
    String country = Objects.requireNonNull(request.country());
    TaxRate tax = prices.tax(country).orElseThrow(() -> unknownCountry(422, country));
    return QuoteCalculator.price(
        items, prices.promotions(skus, now), usedCoupon(request.coupon()), tax, now);
  }

  private List<QuoteCalculator.Item> items(List<QuoteRequest.Wanted> wanted) {
    List<String> skus = wanted.stream().map(QuoteRequest.Wanted::sku).distinct().toList();
    Map<String, Product> products =
        prices.products(skus).stream().collect(Collectors.toMap(Product::sku, Function.identity()));
    return wanted.stream()
        .map(
            line ->
                new QuoteCalculator.Item(
                    Optional.ofNullable(products.get(line.sku()))
                        .orElseThrow(() -> unknownProduct(422, line.sku())),
                    line.quantity()))
        .toList();
  }

  private @Nullable Coupon usedCoupon(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return coupons
        .find(code)
        .orElseThrow(
            () ->
                Problem.unprocessable(
                        "unknown-coupon", "There is no such coupon", "no coupon '" + code + "'")
                    .with("coupon", code));
  }

  private static Problem unknownProduct(int status, String sku) {
    return new Problem(
            status,
            "unknown-product",
            "There is no such product",
            "no product '" + sku + "' in the price list")
        .with("sku", sku);
  }

  private static Problem unknownCountry(int status, String country) {
    return new Problem(
            status,
            "unknown-country",
            "There is no tax rate for the country",
            "no tax rate for '" + country + "'")
        .with("country", country);
  }
}
