package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices a basket: promotions line by line (percentages first, then fixed ones), the coupon on the
 * sum of the lines, tax on what is left; each of these steps is rounded half up.
 */
final class QuoteCalculator {
  private static final Comparator<Promotion> ORDER =
      Comparator.comparing(Promotion::kind).thenComparing(Promotion::code);

  private QuoteCalculator() {}

  static Quote price(
      List<Item> items,
      List<Promotion> promotions,
      @Nullable Coupon coupon,
      TaxRate tax,
      Instant now) {
    String currency = commonCurrency(items);
    List<Promotion> ordered = promotions.stream().sorted(ORDER).toList();
    List<Quote.Line> lines = items.stream().map(item -> line(item, ordered)).toList();
    long subtotal = lines.stream().mapToLong(Quote.Line::gross).sum();
    long afterPromotions = lines.stream().mapToLong(Quote.Line::net).sum();
    long couponDiscount = 0;
    if (coupon != null) {
      coupon.checkUsable(now, afterPromotions, currency);
      couponDiscount = coupon.reduction().of(afterPromotions, 1);
    }
    long net = afterPromotions - couponDiscount;
    long taxAmount = Reduction.share(net, tax.rateBasisPoints(), 10_000);
    return new Quote(
        currency,
        tax.country(),
        lines,
        subtotal,
        subtotal - afterPromotions,
        couponDiscount,
        net,
        tax.rateBasisPoints(),
        taxAmount,
        net + taxAmount,
        coupon == null ? null : coupon.code());
  }

  private static String commonCurrency(List<Item> items) {
    List<String> currencies =
        items.stream().map(item -> item.product().price().currency()).distinct().sorted().toList();
    if (currencies.size() > 1) {
      throw Problem.unprocessable(
          "mixed-currencies", "The currencies differ", "the basket has prices in " + currencies);
    }
    return currencies.get(0);
  }

  private static Quote.Line line(Item item, List<Promotion> promotions) {
    Product product = item.product();
    long gross = product.price().amount() * item.quantity();
    long net = gross;
    List<String> applied = new ArrayList<>();
    for (Promotion promotion : promotions) {
      long less =
          promotion.appliesTo(product.sku()) ? promotion.reduction().of(net, item.quantity()) : 0;
      if (less > 0) {
        net -= less;
        applied.add(promotion.code());
      }
    }
    return new Quote.Line(
        product.sku(),
        product.name(),
        item.quantity(),
        product.price().amount(),
        gross,
        gross - net,
        net,
        applied);
  }

  /** So many of a product. */
  record Item(Product product, int quantity) {}
}
