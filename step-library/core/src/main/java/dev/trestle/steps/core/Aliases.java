package dev.trestle.steps.core;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes names unique to one scenario: every alias of a scenario ends in the same mark, so that what
 * services derive from an alias, encode or change in case is still revealed.
 */
final class Aliases {

  private static final int MARK_LENGTH = 6;

  private final String mark;
  private final Pattern marks;

  Aliases(String traceId) {
    this.mark = "-" + mark(traceId);
    this.marks = Pattern.compile(mark, Pattern.CASE_INSENSITIVE | Pattern.LITERAL);
  }

  String alias(String written) {
    if (written.endsWith(mark)) {
      return written;
    }
    int at = written.indexOf('@');
    if (at > 0) {
      String name = written.substring(0, at);
      return name.endsWith(mark) ? written : name + mark + written.substring(at);
    }
    return written + mark;
  }

  String reveal(String text) {
    return marks.matcher(text).replaceAll("");
  }

  private static String mark(String traceId) {
    String digits =
        Long.toUnsignedString(
            Long.parseUnsignedLong(traceId.substring(16), 16), Character.MAX_RADIX);
    String padded = "0".repeat(MARK_LENGTH) + digits.toLowerCase(Locale.ROOT);
    return padded.substring(padded.length() - MARK_LENGTH);
  }
}
