package dev.trestle.cornershop.payment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payments that are kept; each change is one transaction. */
interface Ledger {
  /** Stores a new payment; false when the requester's key has one. */
  boolean open(StoredPayment payment, String requestedBy, String key);

  /** The payment that the requester's key made. */
  Optional<StoredPayment> byKey(String requestedBy, String key);

  /** The payment. */
  Optional<StoredPayment> byId(String id);

  /** The order's payments, oldest first. */
  List<StoredPayment> ofOrder(String orderId);

  /** Keeps other instances from working on a pending payment; false when another one does. */
  boolean claim(String id);

  /** Lets other instances work on the payment again. */
  void unclaim(String id);

  /**
   * Stores the acquirer's decision.
   *
   * @return false when the payment is no longer pending, and then only the acquirer's id is stored
   */
  boolean decide(
      String id, Payment.Status status, @Nullable String acquirerId, @Nullable String reason);

  /** Remembers that the acquirer is about to be asked to capture. */
  void requestCapture(String id);

  /** Stores that the whole amount was captured. */
  void captured(String id);

  /** Voids the payment if it has this status; false when it has another. */
  boolean voided(String id, Payment.Status from);
}
