package dev.trestle.steps.commerce;

import dev.trestle.steps.core.StepFailure;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Cards that acquirers' test systems know by their numbers. */
public enum TestCard {
  /** Every payment is approved. */
  VALID("a valid card", "4111111111111111"),
  /** The issuer declines. */
  DECLINED("a declined card", "4000000000000002"),
  /** The account has too little money. */
  WITHOUT_FUNDS("a card without funds", "4000000000009995"),
  /** The issuer says that it expired. */
  EXPIRED("an expired card", "4000000000000069"),
  /** Its check digit is wrong, so that it never gets to the acquirer. */
  MISTYPED("a mistyped card", "4111111111111112");

  /** Every name, as alternatives of a regular expression. */
  static final String NAMES =
      "a valid card|a declined card|a card without funds|an expired card|a mistyped card";

  private final String written;
  private final String number;

  TestCard(String written, String number) {
    this.written = written;
    this.number = number;
  }

  /**
   * The card of that name.
   *
   * @throws StepFailure when there is none; the message lists the names
   */
  public static TestCard named(String written) {
    return Arrays.stream(values())
        .filter(card -> card.written.equals(written.strip()))
        .findFirst()
        .orElseThrow(() -> unknown(written));
  }

  /** The name in a feature, such as {@code a valid card}. */
  public String written() {
    return written;
  }

  /** The card number. */
  public String number() {
    return number;
  }

  private static StepFailure unknown(String written) {
    String names = Arrays.stream(values()).map(TestCard::written).collect(Collectors.joining(", "));
    return StepFailure.of("'" + written + "' is not a test card.")
        .evidence("Known cards: " + names + ".")
        .fix("Write one of these.");
  }
}
