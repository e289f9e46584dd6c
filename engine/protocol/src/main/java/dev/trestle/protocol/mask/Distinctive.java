package dev.trestle.protocol.mask;

/**
 * Whether a value is unlike ordinary words and numbers, so that it can be masked wherever it
 * stands. A password such as {@code shop} is masked by its name alone, since without it the shop
 * would vanish from every message.
 */
final class Distinctive {

  private static final int SHORTEST = 6;
  private static final int SHORTEST_WORD = 16;
  private static final int SHORTEST_WORDS = 20;
  private static final int LONG = 16;

  private Distinctive() {}

  static boolean is(String value) {
    if (value.length() < SHORTEST || Shapes.isShown(value) || isAddress(value)) {
      return false;
    }
    int letters = 0;
    int digits = 0;
    int between = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
      between += c == ' ' || c == '-' || c == '_' || c == '.' ? 1 : 0;
    }
    if (digits == value.length()) {
      return value.chars().distinct().count() > 2;
    }
    if (letters == value.length()) {
      return letters >= SHORTEST_WORD;
    }
    if (letters + between == value.length()) {
      return value.length() >= SHORTEST_WORDS;
    }
    return letters + digits > 2 && !isDecimal(value, digits);
  }

  /** Whether a short value at a place is not a part of a longer word or number. */
  static boolean standsAlone(String text, int at, String value) {
    if (value.length() >= LONG) {
      return true;
    }
    int end = at + value.length();
    boolean before = at > 0 && joins(text.charAt(at - 1), value.charAt(0));
    boolean escape = at > 1 && text.charAt(at - 2) == '\\'; // the n of \n
    boolean after =
        end < text.length() && joins(value.charAt(value.length() - 1), text.charAt(end));
    return (!before || escape) && !after;
  }

  private static boolean joins(char left, char right) {
    return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
  }

  private static boolean isAddress(String value) {
    return value.startsWith("http://") || value.startsWith("https://");
  }

  private static boolean isDecimal(String value, int digits) {
    int others = 0;
    for (int i = 0; i < value.length(); i++) {
      others += "+-.eE,: /".indexOf(value.charAt(i)) >= 0 ? 1 : 0;
    }
    return digits + others == value.length() && value.length() < LONG;
  }
}
