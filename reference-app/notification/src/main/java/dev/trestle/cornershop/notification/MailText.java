package dev.trestle.cornershop.notification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the mail that tells a shopper what became of an order. */
final class MailText {
  private static final Map<String, String> REASONS =
      Map.of(
          "out-of-stock", "an item is out of stock",
          "card-declined", "the card was declined",
          "coupon-exhausted", "the coupon is used up",
          "reservation-expired", "the items were no longer reserved",
          "interrupted", "it could not be completed");

  private MailText() {}

  static Mail of(OrderEvent event) {
    boolean confirmed = event.type() == OrderEvent.Type.CONFIRMED;
    String subject =
        "Your order " + event.orderId() + (confirmed ? " is confirmed" : " was cancelled");
    List<String> paragraphs = confirmed ? confirmed(event) : cancelled(event);
    return new Mail(
        event.eventId(), event.email(), subject, text(event, paragraphs), html(event, paragraphs));
  }

  private static List<String> confirmed(OrderEvent event) {
    return List.of(
        "Thank you for your order " + event.orderId() + ". It is paid and on its way.",
        "Total: " + money(event.total(), event.currency()));
  }

  private static List<String> cancelled(OrderEvent event) {
    String reason = Objects.requireNonNullElse(event.reason(), "unknown");
    String inWords =
        REASONS.getOrDefault(
            reason, reason.endsWith("-unavailable") ? "a part of our shop did not answer" : reason);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "We are sorry: your order "
            + event.orderId()
            + " was cancelled because "
            + inWords
            + " (reason: "
            + reason
            + ").");
    paragraphs.add(
        event.refunded()
            ? "Your money went back: " + money(event.total(), event.currency()) + " are refunded."
            : "You were not charged.");
    return paragraphs;
  }

  private static String text(OrderEvent event, List<String> paragraphs) {
    StringBuilder text = new StringBuilder("Hello " + event.name() + ",\n\n");
    for (OrderEvent.Line line : event.lines()) {
      text.append("  ").append(describe(line, event.currency())).append('\n');
    }
    paragraphs.forEach(paragraph -> text.append('\n').append(paragraph).append('\n'));
    return text.append("\nYour Cornershop\n").toString();
  }

  private static String html(OrderEvent event, List<String> paragraphs) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><body>\n");
    html.append("<p>Hello ").append(escape(event.name())).append(",</p>\n<ul>\n");
    for (OrderEvent.Line line : event.lines()) {
      html.append("<li>").append(escape(describe(line, event.currency()))).append("</li>\n");
    }
    html.append("</ul>\n");
    paragraphs.forEach(paragraph -> html.append("<p>").append(escape(paragraph)).append("</p>\n"));
    return html.append("<p>Your Cornershop</p>\n</body></html>\n").toString();
  }

  private static String describe(OrderEvent.Line line, String currency) {
    return "%d x %s (%s), %s"
        .formatted(line.quantity(), line.name(), line.sku(), money(line.net(), currency));
  }

  private static String money(long minorUnits, String currency) {
    return BigDecimal.valueOf(minorUnits, digits(currency)).toPlainString() + " " + currency;
  }

  // Two digits is right for almost every currency, and a mail is better than none.
  private static int digits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 2;
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
