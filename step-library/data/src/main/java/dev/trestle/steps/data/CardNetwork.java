package dev.trestle.steps.data;

import dev.trestle.steps.core.StepFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A network of payment cards, with the leading digits that payment providers publish for test cards
 * of it; no issuer gives these out.
 */
enum CardNetwork {
  VISA("Visa", "411111", 16),
  MASTERCARD("Mastercard", "555555", 16),
  AMERICAN_EXPRESS("American Express", "378282", 15),
  DISCOVER("Discover", "601111", 16),
  DINERS_CLUB("Diners Club", "305693", 14),
  JCB("JCB", "353011", 16),
  UNION_PAY("UnionPay", "620000", 16),
  MAESTRO("Maestro", "675964", 16);

  private final String written;
  private final String start;
  private final int length;

  CardNetwork(String written, String start, int length) {
    this.written = written;
    this.start = start;
    this.length = length;
  }

  /** A network by its name, in any case and spacing; {@code Amex} is one too. */
  static CardNetwork named(String name) {
    String wanted = plain(name);
    return Arrays.stream(values())
        .filter(network -> plain(network.written).equals(wanted))
        .findFirst()
        .or(() -> "amex".equals(wanted) ? Optional.of(AMERICAN_EXPRESS) : none())
        .orElseThrow(() -> unknown(name));
  }

  private static Optional<CardNetwork> none() {
    return Optional.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static StepFailure unknown(String name) {
    List<String> known = Arrays.stream(values()).map(network -> network.written).toList();
    return StepFailure.of("No card network is named '" + name.strip() + "'.")
        .evidence("Known networks: " + String.join(", ", known) + ".")
        .fix("Write one of them.");
  }

  /** A number of the network's test range with a right check digit. */
  String number(Random random) {
    String digits =
        start
            + random
                .ints(length - start.length() - 1, 0, 10)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
    return digits + checkDigit(digits);
  }

  /** The last digit that makes the sum of ISO/IEC 7812-1, annex B, a multiple of ten. */
  static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
