package dev.trestle.protocol.mask;

import org.jspecify.annotations.Nullable;

/**
 * What stands before a {@code :} or {@code =}.
 *
 * @param text the name, without quotes
 * @param from where it begins, with its quote
 * @param quote its quote, or 0 for none
 * @param escapes how many backslashes stand before each quote: 0 in JSON, 1 in JSON within JSON
 * @param closes whether a parenthesis closes it, as in {@code (token)=(abc)}
 */
record Name(String text, int from, char quote, int escapes, boolean closes) {

  private static final int LONGEST = 100;

  /** The name that ends before a separator, or null. */
  static @Nullable Name before(Scan scan, int separator) {
    int last = scan.backOverBlanks(separator);
    if (scan.at(last) == '\n') {
      return quotedBeforeLine(scan, last);
    }
    boolean closes = scan.at(last) == ')';
    if (closes || (scan.at(last) == ']' && isQuote(scan.at(last - 1)))) {
      last--;
    }
    if (last < scan.floor()) {
      return null;
    }
    return isQuote(scan.at(last)) ? quoted(scan, last) : plain(scan, last, closes);
  }

  /** JSON may have lines between a name and its colon. */
  private static @Nullable Name quotedBeforeLine(Scan scan, int lineEnd) {
    int last = lineEnd;
    while (last >= scan.floor()
        && lineEnd - last < LONGEST
        && Character.isWhitespace(scan.at(last))) {
      last--;
    }
    return last >= scan.floor() && scan.at(last) == '"' ? quoted(scan, last) : null;
  }

  private static @Nullable Name plain(Scan scan, int last, boolean closes) {
    int lowest = Math.max(scan.floor(), last - LONGEST);
    int from = last + 1;
    while (from > lowest && isPart(scan.at(from - 1))) {
      from--;
    }
    return from > last || !mayMatter(scan, from, last + 1)
        ? null
        : new Name(scan.text.substring(from, last + 1), from, (char) 0, 0, closes);
  }

  static @Nullable Name quoted(Scan scan, int closing) {
    char quote = scan.at(closing);
    int escapes = 0;
    while (scan.at(closing - 1 - escapes) == '\\' && escapes < LONGEST) {
      escapes++;
    }
    int to = closing - escapes;
    int lowest = Math.max(scan.floor(), to - LONGEST);
    int from = to;
    while (from > lowest && scan.at(from - 1) != quote && scan.at(from - 1) >= ' ') {
      from--;
    }
    if (from <= lowest || scan.at(from - 1) != quote || !mayMatter(scan, from, to)) {
      return null;
    }
    return new Name(
        unescaped(scan.text.substring(from, to)), from - 1 - escapes, quote, escapes, false);
  }

  /** Most names are not worth to be looked up. */
  private static boolean mayMatter(Scan scan, int from, int to) {
    return scan.names.mayContain(scan.text, from, to) || Markup.isOfPair(scan.text, from, to);
  }

  boolean isQuoted() {
    return quote != 0;
  }

  /** A type of GraphQL, {@code $password: String!}, follows it and no value. */
  boolean isVariable() {
    return text.length() > 1 && text.charAt(0) == '$' && Character.isLetter(text.charAt(1));
  }

  /** JSON may spell each letter of a name as {@code \}{@code u0070}. */
  private static String unescaped(String name) {
    if (!name.contains("\\u")) {
      return name;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (name.startsWith("\\u", i) && i + 6 <= name.length()) {
        out.append(character(name.substring(i + 2, i + 6)));
        i += 5;
      } else {
        out.append(name.charAt(i));
      }
    }
    return out.toString();
  }

  private static char character(String hex) {
    try {
      return (char) Integer.parseInt(hex, 16);
    } catch (NumberFormatException e) {
      return ' ';
    }
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static boolean isPart(char c) {
    return switch (c) {
      case '_', '-', '.', '$', '[', ']', '%' -> true;
      default -> (c >= 'a' && c <= 'z') || Character.isLetterOrDigit(c);
    };
  }
}
