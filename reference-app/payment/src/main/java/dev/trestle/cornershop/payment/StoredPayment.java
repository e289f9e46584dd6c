package dev.trestle.cornershop.payment;

import org.jspecify.annotations.Nullable;

/**
 * A payment with what only this service needs to know of it.
 *
 * @param customerId whose money it is
 * @param fingerprint what the request was, without the card's number
 * @param acquirerId the acquirer's own id, once it has approved
 * @param captureRequested whether the acquirer was ever asked to capture it
 */
record StoredPayment(
    Payment payment,
    String customerId,
    String fingerprint,
    @Nullable String acquirerId,
    boolean captureRequested) {

  String id() {
    return payment.id();
  }

  Payment.Status status() {
    return payment.status();
  }
}
