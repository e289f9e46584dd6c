package dev.trestle.protocol.mask;

import java.util.Locale;
import java.util.Set;

/**
 * Masks a quoted text that follows words: {@code PASSWORD 'x'} of SQL, {@code with password "x"},
 * and {@code the header "X-Api-Key" is "x"} of a step.
 */
final class Words {

  private static final Set<String> CONNECTORS =
      Set.of(
          "is",
          "are",
          "was",
          "be",
          "not",
          "to",
          "equals",
          "equal",
          "contains",
          "contain",
          "value",
          "with",
          "has",
          "have",
          "other",
          "than");

  /** After these a quoted text is the name of a secret rather than the secret. */
  private static final Set<String> LABELS =
      Set.of("cookie", "cookies", "session", "signature", "authorization", "credentials", "bearer");

  /** Parsers quote what they did not expect: {@code Unexpected token 'x'}. */
  private static final Set<String> PARSERS =
      Set.of("unexpected", "unrecognized", "unrecognised", "illegal", "expected");

  private static final int MOST_WORDS = 6;
  private static final int LONGEST_WORD = 60;
  private static final int FARTHEST = 4096;

  private final Scan scan;

  private Words(Scan scan) {
    this.scan = scan;
  }

  /** At an opening quote after a blank; returns where to go on. */
  static int mask(Scan scan, int quote) {
    return new Words(scan).isAfterSecret(quote) ? value(scan, quote) : quote + 1;
  }

  private static int value(Scan scan, int quote) {
    int farthest = Math.min(scan.text.length(), quote + FARTHEST);
    int end = NamedValue.closing(scan, quote + 1, farthest, 0);
    int to = end < 0 ? scan.endOfLine(quote) : end;
    scan.mask(quote + 1, to);
    return Math.max(to, quote + 1);
  }

  private boolean isAfterSecret(int quote) {
    int last = scan.backOverBlanks(quote);
    boolean connected = false;
    for (int i = 0; i < MOST_WORDS && last >= scan.floor(); i++) {
      if (Name.isQuote(scan.at(last))) {
        return connected && isSecret(last);
      }
      int from = startOfWord(last);
      if (from > last) {
        return false;
      }
      String word = scan.text.substring(from, last + 1);
      String lower = word.toLowerCase(Locale.ROOT);
      last = scan.backOverBlanks(from);
      if (CONNECTORS.contains(lower)) {
        connected = true;
      } else if (lower.equals("by")) {
        return "identified".equalsIgnoreCase(wordBefore(last));
      } else {
        return isValueOf(word, lower, last, connected);
      }
    }
    return false;
  }

  private boolean isValueOf(String word, String lower, int before, boolean connected) {
    scan.under(word);
    return scan.names.contains(word)
        && (connected || !LABELS.contains(lower))
        && !PARSERS.contains(wordBefore(before).toLowerCase(Locale.ROOT));
  }

  /** Whether the quoted text before is the name of a secret, or that of a cookie. */
  private boolean isSecret(int closing) {
    Name name = Name.quoted(scan, closing);
    if (name == null) {
      return false;
    }
    String before = wordBefore(scan.backOverBlanks(name.from())).toLowerCase(Locale.ROOT);
    scan.under(name.text());
    return scan.names.contains(name.text()) || before.equals("cookie");
  }

  private String wordBefore(int last) {
    int from = startOfWord(last);
    return from > last ? "" : scan.text.substring(from, last + 1);
  }

  private int startOfWord(int last) {
    int from = last + 1;
    int lowest = Math.max(scan.floor(), last - LONGEST_WORD);
    while (from > lowest && (Scan.isWord(scan.at(from - 1)) || scan.at(from - 1) == '-')) {
      from--;
    }
    return from;
  }
}
