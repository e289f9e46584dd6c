package dev.trestle.cornershop.payment;

import org.jspecify.annotations.Nullable;

/**
 * A payment as callers see it; amounts are in minor units.
 *
 * @param card the card's number with all but its last four digits hidden
 * @param reason why it was declined
 */
record Payment(
    String id,
    String orderId,
    long amount,
    String currency,
    Status status,
    String card,
    long captured,
    long refunded,
    @Nullable String reason) {

  /** Where a payment stands; pending means that the acquirer's answer is not known. */
  enum Status {
    PENDING,
    AUTHORISED,
    DECLINED,
    CAPTURED,
    REFUNDED,
    VOIDED
  }
}
