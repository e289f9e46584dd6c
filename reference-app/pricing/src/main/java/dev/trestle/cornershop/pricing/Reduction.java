package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Validation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much less something costs; no amount falls below zero. */
record Reduction(Kind kind, long value) {
  /** What the value means. */
  enum Kind {
    /** A percentage, from 1 to 100. */
    PERCENTAGE,
    /** Minor units of the currency. */
    FIXED
  }

  /** The reduction of an amount, {@code times} the value when it is fixed. */
  long of(long amount, int times) {
    return switch (kind) {
      case PERCENTAGE -> share(amount, value, 100);
      case FIXED -> Math.min(amount, Math.multiplyExact(value, times));
    };
  }

  /** The part {@code numerator / denominator} of the amount, rounded half up to a minor unit. */
  static long share(long amount, long numerator, long denominator) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(numerator))
        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  static void validate(@Nullable Kind kind, @Nullable Long value, Validation validation) {
    validation
        .required("/kind", kind)
        .between("/value", value, 1, kind == Kind.PERCENTAGE ? 100 : Money.MOST);
  }
}
