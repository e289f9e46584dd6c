package dev.trestle.cornershop.payment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back for one payment, in minor units.
 *
 * @param requested what was asked for; null for all that is left
 */
record Refund(
    String id, String paymentId, long amount, Status status, @JsonIgnore @Nullable Long requested) {

  Refund done() {
    return new Refund(id, paymentId, amount, Status.REFUNDED, requested);
  }

  /** Where a refund stands; pending means that the acquirer's answer is not known. */
  enum Status {
    PENDING,
    REFUNDED
  }
}
