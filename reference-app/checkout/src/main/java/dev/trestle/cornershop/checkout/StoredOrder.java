package dev.trestle.cornershop.checkout;

import org.jspecify.annotations.Nullable;

/**
 * An order with what only this service needs to know of it.
 *
 * @param key the shopper's idempotency key
 * @param traceparent the trace that the order was placed in
 * @param attempts how often what is left to do for it has failed
 */
record StoredOrder(
    Order order,
    Customer customer,
    @Nullable String key,
    String fingerprint,
    String traceparent,
    int attempts) {

  String id() {
    return order.id();
  }

  /** Who ordered. */
  record Customer(String id, String email, String name) {}
}
