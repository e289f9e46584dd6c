package dev.trestle.cornershop.notification;

import org.jspecify.annotations.Nullable;

/** Where records go that nobody can do anything with. */
interface DeadLetterBox {
  /** Puts the letter in; when it returns, the letter is safe. */
  void put(Letter letter);

  /** A record and why it was given up. */
  record Letter(@Nullable String key, @Nullable String value, String traceparent, String reason) {}
}
