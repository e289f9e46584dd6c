package dev.trestle.cornershop.pricing;

import static dev.trestle.cornershop.pricing.Reduction.Kind.FIXED;
import static dev.trestle.cornershop.pricing.Reduction.Kind.PERCENTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.pricing.QuoteCalculator.Item;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteCalculatorTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final TaxRate GERMAN = new TaxRate("DE", 1900);

  private static Item item(String sku, long amount, int quantity) {
    return new Item(new Product(sku, "Name of " + sku, new Product.Price(amount, "EUR")), quantity);
  }

  private static Promotion promotion(String code, Reduction.Kind kind, long value, String sku) {
    return new Promotion(code, kind, value, List.of(sku), null, null);
  }

  private static Coupon coupon(Reduction.Kind kind, long value) {
    return new Coupon("C", kind, value, null, null, null, null, 0);
  }

  private static Quote price(
      List<Item> items, List<Promotion> promotions, @Nullable Coupon coupon) {
    return QuoteCalculator.price(items, promotions, coupon, GERMAN, NOW);
  }

  private static void assertAddsUp(Quote quote) {
    assertThat(quote.net())
        .isEqualTo(quote.subtotal() - quote.promotionDiscount() - quote.couponDiscount());
    assertThat(quote.total()).isEqualTo(quote.net() + quote.tax());
    assertThat(quote.lines())
        .allSatisfy(line -> assertThat(line.net()).isEqualTo(line.gross() - line.discount()));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1900, 10000, 190",
    "1,    5000, 10000, 1",
    "1,    4999, 10000, 0",
    "3,    5000, 10000, 2",
    "50,   1,    100,   1",
    "49,   1,    100,   0",
    "100,  0,    10000, 0",
    "9000000000000000, 10000, 10000, 9000000000000000",
  })
  void a_share_is_rounded_half_up(long amount, long numerator, long denominator, long expected) {
    assertThat(Reduction.share(amount, numerator, denominator)).isEqualTo(expected);
  }

  @Test
  void without_reductions_a_basket_costs_its_lines_and_tax_once() {
    Quote quote = price(List.of(item("A", 333, 3), item("B", 5, 1)), List.of(), null);

    assertThat(quote.subtotal()).isEqualTo(1004);
    // 1004 * 0.19 = 190.76; line by line it would be 189.81 + 0.95, rounded 190 + 1.
    assertThat(quote.tax()).isEqualTo(191);
    assertThat(quote.total()).isEqualTo(1195);
    assertAddsUp(quote);
  }

  @Test
  void a_percentage_is_rounded_once_for_the_line() {
    Quote quote =
        price(List.of(item("A", 333, 3)), List.of(promotion("P", PERCENTAGE, 10, "A")), null);

    // 999 * 10 % = 99.9
    assertThat(quote.lines().get(0).discount()).isEqualTo(100);
    assertThat(quote.lines().get(0).promotions()).containsExactly("P");
    assertAddsUp(quote);
  }

  @Test
  void percentages_go_before_fixed_reductions_whatever_their_codes() {
    Quote quote =
        price(
            List.of(item("A", 1000, 2)),
            List.of(promotion("A-FIXED", FIXED, 100, "A"), promotion("Z-10", PERCENTAGE, 10, "A")),
            null);

    // 2000 - 10 % = 1800, - 2 * 100 = 1600
    assertThat(quote.lines().get(0).net()).isEqualTo(1600);
    assertThat(quote.lines().get(0).promotions()).containsExactly("Z-10", "A-FIXED");
    assertAddsUp(quote);
  }

  @Test
  void a_promotion_leaves_other_products_alone() {
    Quote quote =
        price(
            List.of(item("A", 1000, 1), item("B", 1000, 1)),
            List.of(promotion("P", PERCENTAGE, 50, "B")),
            null);

    assertThat(quote.lines()).extracting(Quote.Line::net).containsExactly(1000L, 500L);
    assertThat(quote.lines().get(0).promotions()).isEmpty();
  }

  @Test
  void nothing_falls_below_zero() {
    Quote quote =
        price(
            List.of(item("A", 100, 3), item("B", 50, 1)),
            List.of(promotion("P", FIXED, 500, "A")),
            coupon(FIXED, 1000));

    assertThat(quote.lines()).extracting(Quote.Line::net).containsExactly(0L, 50L);
    assertThat(quote.couponDiscount()).isEqualTo(50);
    assertThat(quote.total()).isZero();
    assertAddsUp(quote);
  }

  @Test
  void a_coupon_takes_its_part_of_what_promotions_left() {
    Quote quote =
        price(
            List.of(item("A", 999, 1)),
            List.of(promotion("P", PERCENTAGE, 50, "A")),
            coupon(PERCENTAGE, 15));

    // 999 - 500 = 499; 15 % of it = 74.85
    assertThat(quote.couponDiscount()).isEqualTo(75);
    assertThat(quote.net()).isEqualTo(424);
    // 424 * 19 % = 80.56
    assertThat(quote.tax()).isEqualTo(81);
    assertAddsUp(quote);
  }

  @Test
  void a_fixed_coupon_counts_once_for_the_basket() {
    Quote quote = price(List.of(item("A", 1000, 5)), List.of(), coupon(FIXED, 300));

    assertThat(quote.couponDiscount()).isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,   -,    -,  2030-01-01T00:00:00Z, 0, coupon-expired",
        "-,   -,    2,  -,                    2, coupon-exhausted",
        "-,   1001, -,  -,                    0, coupon-minimum",
        "USD, -,    -,  -,                    0, mixed-currencies",
      })
  void a_coupon_that_cannot_be_used_is_refused(
      @Nullable String currency,
      @Nullable Long minimum,
      @Nullable Integer most,
      @Nullable Instant expires,
      int redemptions,
      String slug) {
    Coupon coupon = new Coupon("C", FIXED, 100, currency, minimum, most, expires, redemptions);

    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> price(List.of(item("A", 1000, 1)), List.of(), coupon));

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.slug()).isEqualTo(slug);
    assertThat(problem.members()).containsEntry("coupon", "C");
  }

  @Test
  void a_coupon_can_be_used_until_the_last_moment_and_at_its_minimum() {
    Coupon coupon = new Coupon("C", FIXED, 100, "EUR", 1000L, 2, NOW.plusNanos(1), 1);

    assertThat(price(List.of(item("A", 1000, 1)), List.of(), coupon).net()).isEqualTo(900);
  }

  @Test
  void prices_in_two_currencies_are_refused() {
    Item dollars = new Item(new Product("B", "B", new Product.Price(1, "USD")), 1);

    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> price(List.of(item("A", 1, 1), dollars), List.of(), null));

    assertThat(problem.slug()).isEqualTo("mixed-currencies");
  }
}
