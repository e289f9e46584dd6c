package dev.trestle.host.compose;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as Compose writes them: {@code 64m}, {@code 2gb}, {@code 1024}. */
final class Sizes {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})(\\.\\d{1,6})?\\s*([bkmgt]?)b?");
  private static final Map<String, Integer> SHIFT =
      Map.of("", 0, "b", 0, "k", 10, "m", 20, "g", 30, "t", 40);

  private Sizes() {}

  static Optional<Long> parse(String text) {
    Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      return Optional.empty();
    }
    String fraction = size.group(2) == null ? "" : size.group(2);
    double number = Double.parseDouble(size.group(1) + fraction);
    double bytes = number * (1L << SHIFT.getOrDefault(size.group(3), 0));
    return bytes > Long.MAX_VALUE ? Optional.empty() : Optional.of((long) bytes);
  }
}
