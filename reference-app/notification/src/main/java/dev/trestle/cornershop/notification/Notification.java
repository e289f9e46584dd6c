package dev.trestle.cornershop.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a shopper was told, or is still to be told. */
record Notification(
    String orderId,
    String eventId,
    String type,
    String recipient,
    Status status,
    @Nullable Instant sentAt) {

  /** Where a notification stands; failed means that its mail was refused for good. */
  enum Status {
    PENDING,
    SENT,
    FAILED
  }
}
