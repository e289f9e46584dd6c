package dev.trestle.cornershop.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.cornershop.kit.Json;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of an order, as checkout tells it; amounts are in minor units. */
record OrderEvent(
    String eventId,
    Type type,
    String orderId,
    String email,
    String name,
    String currency,
    long total,
    List<Line> lines,
    @Nullable String reason,
    boolean refunded) {

  /** What can become of an order. */
  enum Type {
    CONFIRMED,
    CANCELLED;

    String text() {
      return "order." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** One product of the order. */
  record Line(String sku, String name, int quantity, long net) {}

  /**
   * Reads the event.
   *
   * @throws NotUnderstood saying what is wrong with it
   */
  static OrderEvent parse(@Nullable String json) {
    if (json == null) {
      throw new NotUnderstood("the record has no value");
    }
    Raw raw;
    try {
      raw = Json.tolerant().readValue(json, Raw.class);
    } catch (JsonProcessingException e) {
      throw new NotUnderstood("the value is not the JSON of an event: " + e.getOriginalMessage());
    }
    if (raw == null) {
      throw new NotUnderstood("the value is null");
    }
    return raw.checked();
  }

  /** A record is not an event that this service knows. */
  static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String message) {
      super(message);
    }
  }

  private record Raw(
      @Nullable String eventId,
      @Nullable String type,
      @Nullable String orderId,
      @Nullable String email,
      @Nullable String name,
      @Nullable String currency,
      @Nullable Long total,
      @Nullable List<Line> lines,
      @Nullable String reason,
      @Nullable Boolean refunded) {

    OrderEvent checked() {
      return new OrderEvent(
          there("eventId", eventId),
          type(there("type", type)),
          there("orderId", orderId),
          there("email", email),
          Objects.requireNonNullElse(name, ""),
          there("currency", currency),
          there("total", total),
          there("lines", lines),
          reason,
          Boolean.TRUE.equals(refunded));
    }

    private static <T> T there(String field, @Nullable T value) {
      if (value == null || (value instanceof String text && text.isBlank())) {
        throw new NotUnderstood("the event has no '" + field + "'");
      }
      return value;
    }

    private static Type type(String text) {
      for (Type type : Type.values()) {
        if (type.text().equals(text)) {
          return type;
        }
      }
      throw new NotUnderstood("the event's type '" + text + "' is not known");
    }
  }
}
