package dev.trestle.cornershop.checkout;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shopper sees it; amounts are in minor units.
 *
 * @param reason why it was cancelled
 * @param refunded whether money that had been taken went back
 */
record Order(
    String id,
    Status status,
    @Nullable String reason,
    boolean refunded,
    String cartId,
    String country,
    @Nullable String coupon,
    String currency,
    long total,
    List<OrderLine> lines,
    @Nullable String paymentId,
    @Nullable String reservationId,
    Instant createdAt) {
  Order {
    lines = List.copyOf(lines);
  }

  /** Where an order stands; a cancelled one may still have parts to be undone. */
  enum Status {
    PENDING,
    CONFIRMED,
    CANCELLED
  }
}
