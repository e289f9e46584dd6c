package dev.trestle.host.compose;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Compose writes them: {@code 1h5m30s20ms}. */
final class Durations {
  private static final int LONGEST = 50;
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?(h|ms|m|s|us))+");
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s|us)");

  private Durations() {}

  static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (text.length() > LONGEST || !WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      BigDecimal count = new BigDecimal(part.group(1));
      sum = sum.plusNanos(count.multiply(nanos(part.group(2))).longValue());
    }
    return Optional.of(sum);
  }

  private static BigDecimal nanos(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "h" -> 3_600_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "s" -> 1_000_000_000L;
          case "ms" -> 1_000_000L;
          default -> 1_000L;
        });
  }
}
