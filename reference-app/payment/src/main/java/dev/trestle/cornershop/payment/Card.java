package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.Validation;
import java.time.Clock;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A card as the shopper typed it; it is handed to the acquirer and never stored or printed. */
record Card(@Nullable String number, @Nullable String expiry, @Nullable String cvc) {
  private static final String NUMBER = "[0-9]{12,19}";
  private static final String EXPIRY = "(0[1-9]|1[0-2])/[0-9]{2}";

  void validate(String pointer, Clock clock, Validation validation) {
    validation
        .matches(pointer + "/number", number, NUMBER, "12 to 19 digits")
        .matches(pointer + "/expiry", expiry, EXPIRY, "a month and a year such as 05/31")
        .matches(pointer + "/cvc", cvc, "[0-9]{3,4}", "3 or 4 digits");
    if (number != null && number.matches(NUMBER)) {
      validation.check(passesLuhn(number), pointer + "/number", "has a wrong check digit");
    }
    if (expiry != null && expiry.matches(EXPIRY)) {
      validation.check(!expired(expiry, clock), pointer + "/expiry", "is over");
    }
  }

  /** The number with all but its last four digits hidden. */
  String masked() {
    return "**** **** **** " + digits(4);
  }

  /**
   * What tells this card from another, without its number: the first six and last four digits,
   * which card industry rules let one keep, and the expiry.
   */
  String traits() {
    return String.valueOf(number).substring(0, 6) + "|" + digits(4) + "|" + expiry;
  }

  private String digits(int last) {
    String digits = String.valueOf(number);
    return digits.substring(digits.length() - last);
  }

  /** The check of ISO/IEC 7812-1, annex B. */
  private static boolean passesLuhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static boolean expired(String expiry, Clock clock) {
    int month = Integer.parseInt(expiry.substring(0, 2));
    int year = 2000 + Integer.parseInt(expiry.substring(3));
    return YearMonth.of(year, month).isBefore(YearMonth.now(clock));
  }

  @Override
  public String toString() {
    return "a card";
  }
}
