package dev.trestle.cornershop.inventory;

import java.time.Instant;
import java.util.List;

/** Stock that is kept for one order until the reservation is committed, released or expires. */
record Reservation(String id, String orderId, Status status, Instant expiresAt, List<Item> items) {
  Reservation {
    items = List.copyOf(items);
  }

  boolean overdueAt(Instant now) {
    return status == Status.HELD && !now.isBefore(expiresAt);
  }

  Reservation become(Status next) {
    return new Reservation(id, orderId, next, expiresAt, items);
  }

  /** Where a reservation stands. */
  enum Status {
    HELD,
    COMMITTED,
    RELEASED,
    RETURNED,
    EXPIRED
  }

  /** A number of units of one product. */
  record Item(String sku, int quantity) {}
}
