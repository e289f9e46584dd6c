package dev.trestle.steps.core.compare;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as they are written: exact, compared by value, and with a bound on exponents, since a
 * number such as {@code 1e999999999} takes gigabytes once its digits are needed.
 */
public final class Decimals {

  /** The largest exponent either way, that of a decimal128 of IEEE 754. */
  public static final int LARGEST_EXPONENT = 6144;

  private static final int LONGEST = 20_000;
  private static final int MOST_ZEROS = 40;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,9})?");

  private Decimals() {}

  /** The number that a text is; empty when it is not a number, or one beyond the bound. */
  public static Optional<BigDecimal> of(String text) {
    if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    return isBounded(number) ? Optional.of(number) : Optional.empty();
  }

  /**
   * The number that a value of any numeric type is; empty for NaN, infinity and beyond the bound.
   */
  public static Optional<BigDecimal> of(Number number) {
    if (number instanceof BigDecimal decimal) {
      return isBounded(decimal) ? Optional.of(decimal) : Optional.empty();
    }
    return of(number.toString());
  }

  /** Whether a number is small enough to calculate with. */
  public static boolean isBounded(BigDecimal number) {
    return Math.abs((long) number.precision() - number.scale()) <= LARGEST_EXPONENT + 1L
        && Math.abs((long) number.scale()) <= LARGEST_EXPONENT + (long) LONGEST;
  }

  /** Whether two numbers are equal in value, as 7.5 and 7.50 are. */
  public static boolean same(Number left, Number right) {
    Optional<BigDecimal> one = of(left);
    Optional<BigDecimal> other = of(right);
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get()) == 0
        : left.toString().equals(right.toString());
  }

  /** A number for the eye: all digits, and an exponent in place of many zeros. */
  public static String written(Number number) {
    return number instanceof BigDecimal decimal
            && Math.abs((long) decimal.scale()) <= MOST_ZEROS + (long) decimal.precision()
        ? decimal.toPlainString()
        : number.toString();
  }
}
