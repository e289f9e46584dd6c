package dev.trestle.cornershop.checkout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders that are kept and how far each has come; each change is one transaction. */
interface Orders {
  /** The order. */
  Optional<StoredOrder> byId(String id);

  /** The shopper's orders, newest first. */
  List<Order> ofOwner(String owner);

  /** The order that the shopper's key made. */
  Optional<StoredOrder> byKey(String owner, String key);

  /** Stores a new order; false when its cart or its key has one already. */
  boolean insert(StoredOrder order);

  /**
   * Stores that the step is about to be done, and keeps the order from being taken for a forgotten
   * one while it is.
   *
   * @return false when the order is no longer pending
   */
  boolean begin(String id, Step step);

  /** Stores that the step was done. */
  void done(String id, Step step, @Nullable String result);

  /** Confirms a pending order and puts the event into the outbox; false when it is not pending. */
  boolean confirm(String id, OrderEvent event);

  /** Cancels a pending order; false when it is not pending. */
  boolean cancel(String id, String reason);

  /** The steps that were begun and are not undone, the last one first. */
  List<Step> openSteps(String id);

  /** Stores that the step was undone. */
  void undone(String id, Step step);

  /** Stores that money went back. */
  void refunded(String id);

  /** Puts the event of a cancelled order into the outbox, unless that was done before. */
  boolean tell(String id, OrderEvent event);

  /** Nothing is left to do for the order. */
  void finish(String id);

  /** What is left to do for the order failed and is due again after the pause. */
  void later(String id, Duration pause);

  /** An order for which something is due, kept from others for a while. */
  Optional<StoredOrder> claimDue();

  /** How long it is until something is due, at most this long. */
  Duration untilDue(Duration most);
}
