package dev.trestle.protocol;

/**
 * Text as a reader may see it: characters that a terminal would obey, or that change the order of
 * others, are written out, {@code \\u001b} for an escape.
 */
public final class VisibleText {

  private static final char DELETE = 0x7f;
  private static final char LAST_C1 = 0x9f;

  private VisibleText() {}

  /** The text with such characters written out; line ends and tabs stay. */
  public static String of(String text) {
    int first = 0;
    while (first < text.length() && isShown(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineEnd = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (isShown(c) || lineEnd) {
        shown.append(c);
      } else {
        shown.append("\\u").append(String.format("%04x", (int) c));
      }
    }
    return shown.toString();
  }

  /** The same on one line of at most so many characters. */
  public static String line(String text, int longest) {
    String bounded =
        text.length() <= longest
            ? text
            : text.substring(0, longest) + "… (" + text.length() + " characters)";
    return of(bounded.replace("\r\n", " ").replace('\n', ' '));
  }

  private static boolean isShown(char c) {
    if (c < ' ') {
      return c == '\n' || c == '\t';
    }
    return c < DELETE || (c > LAST_C1 && !changesOrder(c));
  }

  /** Bidirectional controls of Unicode Standard Annex 9, and separators that break lines. */
  private static boolean changesOrder(char c) {
    return c == '\u061c'
        || (c >= '\u200e' && c <= '\u200f')
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
