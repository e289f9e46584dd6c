package dev.trestle.cornershop.checkout;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rest of the shop is told about an order's fate. */
record OrderEvent(
    String eventId,
    String type,
    String orderId,
    String email,
    String name,
    String currency,
    long total,
    List<OrderLine> lines,
    @Nullable String reason,
    @Nullable Boolean refunded,
    Instant occurredAt) {

  static OrderEvent confirmed(StoredOrder stored) {
    return of("order.confirmed", stored, null, null);
  }

  static OrderEvent cancelled(StoredOrder stored) {
    return of("order.cancelled", stored, stored.order().reason(), stored.order().refunded());
  }

  private static OrderEvent of(
      String type, StoredOrder stored, @Nullable String reason, @Nullable Boolean refunded) {
    Order order = stored.order();
    return new OrderEvent(
        UUID.randomUUID().toString(),
        type,
        order.id(),
        stored.customer().email(),
        stored.customer().name(),
        order.currency(),
        order.total(),
        order.lines(),
        reason,
        refunded,
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
