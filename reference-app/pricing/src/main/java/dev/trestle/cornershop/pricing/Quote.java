package dev.trestle.cornershop.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a basket costs; all amounts are minor units of the currency. */
record Quote(
    String currency,
    String country,
    List<Line> lines,
    long subtotal,
    long promotionDiscount,
    long couponDiscount,
    long net,
    int taxRateBasisPoints,
    long tax,
    long total,
    @Nullable String coupon) {
  Quote {
    lines = List.copyOf(lines);
  }

  /** One product of the basket; {@code net} is {@code gross} less the promotions' discount. */
  record Line(
      String sku,
      String name,
      int quantity,
      long unitPrice,
      long gross,
      long discount,
      long net,
      List<String> promotions) {
    Line {
      promotions = List.copyOf(promotions);
    }
  }
}
