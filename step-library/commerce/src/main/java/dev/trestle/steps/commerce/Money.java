package dev.trestle.steps.commerce;

import dev.trestle.steps.core.StepFailure;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money as people write it, such as {@code 3.50 EUR}.
 *
 * @param minorUnits the amount in the currency's smallest unit, with the digits of ISO 4217
 * @param currency the three letters of ISO 4217
 */
public record Money(long minorUnits, String currency) {

  private static final Pattern WRITTEN = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ([A-Z]{3})");

  /**
   * Reads a written amount.
   *
   * @throws StepFailure when it is not an amount and a currency, or has more digits than the
   *     currency
   */
  public static Money parse(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      throw StepFailure.of("'" + written + "' is not an amount of money.")
          .fix("Write the amount, a space and the currency's three letters, as in '3.50 EUR'.");
    }
    Currency currency = currency(written, parts.group(2));
    return new Money(minorUnits(written, parts.group(1), currency), currency.getCurrencyCode());
  }

  private static Currency currency(String written, String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw StepFailure.of("'" + code + "' in '" + written + "' is not a currency.")
          .evidence("ISO 4217 has no such code.")
          .fix("Write one that it has, such as EUR, GBP, USD or CHF.")
          .causedBy(e);
    }
  }

  private static long minorUnits(String written, String amount, Currency currency) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    try {
      return new BigDecimal(amount).movePointRight(digits).longValueExact();
    } catch (ArithmeticException e) {
      throw StepFailure.of("'" + written + "' cannot be paid.")
          .evidence(currency.getCurrencyCode() + " has " + digits + " digits after the point.")
          .fix("Write the amount with no more digits than that.")
          .causedBy(e);
    }
  }
}
