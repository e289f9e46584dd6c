package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.Validation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a caller asks to have authorised; the customer is the caller unless it names another. */
record PaymentRequest(
    @Nullable String orderId,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable Card card,
    @Nullable String customerId) {
  private static final long MOST = 1_000_000_000_000L;

  /** The same request once its fields are known to be good. */
  record Valid(String orderId, long amount, String currency, Card card, String customerId) {
    String fingerprint() {
      String text =
          String.join(
              "\n", List.of(orderId, Long.toString(amount), currency, customerId, card.traits()));
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }
  }

  Valid validate(String callerId, Clock clock) {
    Validation validation =
        new Validation()
            .text("/orderId", orderId)
            .between("/amount", amount, 1, MOST)
            .matches("/currency", currency, "[A-Z]{3}", "a currency such as EUR")
            .required("/card", card);
    if (card != null) {
      card.validate("/card", clock, validation);
    }
    validation.orThrow();
    return new Valid(
        Objects.requireNonNull(orderId),
        Objects.requireNonNull(amount),
        Objects.requireNonNull(currency),
        Objects.requireNonNull(card),
        Objects.requireNonNullElse(customerId, callerId));
  }
}
