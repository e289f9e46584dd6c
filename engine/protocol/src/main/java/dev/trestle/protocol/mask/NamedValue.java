package dev.trestle.protocol.mask;

import java.util.Locale;
import java.util.Set;

/** Finds where the value of a secret's name ends, in whatever the text is written, and masks it. */
final class NamedValue {

  private static final Set<String> SCHEMES =
      Set.of("bearer", "basic", "token", "apikey", "negotiate", "ntlm", "dpop", "key");

  /** What follows these is a list of parameters. */
  private static final Set<String> SCHEMES_OF_MANY =
      Set.of("digest", "signature", "aws4-hmac-sha256", "hmac", "hawk", "oauth", "sharedkey");

  /** Those of JSON within JSON, four times. */
  private static final int MOST_ESCAPES = 15;

  private static final int LONGEST_SCHEME = 20;
  private static final int FARTHEST_QUOTE = 4096;
  private static final int LONGEST_NEXT_NAME = 40;

  private final Scan scan;
  private final Name name;
  private final char separator;

  private NamedValue(Scan scan, Name name, char separator) {
    this.scan = scan;
    this.name = name;
    this.separator = separator;
  }

  /** Masks what follows a separator and returns where to go on. */
  static int mask(Scan scan, Name name, int separator) {
    char sign = scan.at(separator);
    int from = separator + 1;
    while (scan.at(from) == '=' || scan.at(from) == '>' || scan.at(from) == '~') {
      from++;
    }
    return new NamedValue(scan, name, sign).mask(from);
  }

  /** Masks a text that is the value of a name. */
  static void whole(Scan scan, String name) {
    Name plain = new Name(name, 0, (char) 0, 0, false);
    scan.under(name);
    new NamedValue(scan, plain, ':').region(0, scan.text.length());
  }

  private int mask(int after) {
    int from = name.isQuoted() ? scan.skipSpace(after) : scan.skipBlanks(after);
    if (from >= scan.text.length()) {
      return after;
    }
    int quote = from;
    while (scan.at(quote) == '\\' && quote - from < MOST_ESCAPES) {
      quote++;
    }
    if (Name.isQuote(scan.at(quote))) {
      return quoted(quote, quote - from);
    }
    char c = scan.at(from);
    if ((c == '{' && scan.at(from + 1) != '}')
        || (c == '[' && scan.at(from + 1) != ']')
        || (c == '(' && name.closes())) {
      return structure(from);
    }
    if (isHeader()) {
      return region(from, trimmed(from, scan.endOfLine(from)));
    }
    if (c == '\n' || c == '\r' || isType(from)) {
      return after;
    }
    return plain(from, after);
  }

  /** A header of HTTP, or a line such as {@code password = a b} of a properties file. */
  private boolean isHeader() {
    char before = scan.at(name.from() - 1);
    boolean first =
        before == '\n' || (before == ' ' && "><".indexOf(scan.at(name.from() - 2)) >= 0);
    return first && !name.isQuoted() && separator == ':';
  }

  private int trimmed(int from, int end) {
    int last = end;
    while (last > from && Character.isWhitespace(scan.at(last - 1))) {
      last--;
    }
    return last;
  }

  private boolean isType(int from) {
    return name.isVariable() && separator == ':' && Character.isUpperCase(scan.at(from));
  }

  private int quoted(int opening, int escapes) {
    char quote = scan.at(opening);
    int farthest = opening + (name.isQuoted() ? scan.text.length() : FARTHEST_QUOTE);
    int end = closing(scan, opening + 1, Math.min(farthest, scan.text.length()), escapes);
    if (end < 0) {
      end = name.isQuoted() ? scan.text.length() : scan.endOfLine(opening);
    }
    int to = scan.at(end) == quote ? end - escapes : end;
    region(opening + 1, to);
    return Math.max(end, opening + 1);
  }

  /**
   * Where the quote stands that closes a text, or -1. Backslashes before it are as many as before
   * the one that opened it, or there are escaped ones among them.
   */
  static int closing(Scan scan, int from, int farthest, int escapes) {
    char quote = scan.at(from - 1);
    int run = 0;
    for (int at = from; at < farthest; at++) {
      char c = scan.text.charAt(at);
      if (c == '\\') {
        run++;
        continue;
      }
      if (c == quote && run % (2 * (escapes + 1)) == escapes) {
        boolean doubled = quote == '\'' && scan.at(at + 1) == quote && run == 0;
        if (!doubled) {
          return at;
        }
        at++; // SQL writes a quote within a text twice
      } else if (c == quote && run < escapes) {
        return at; // the text around it ends, as it does when it was cut
      }
      run = 0;
    }
    return -1;
  }

  /** Masks what is at a place by the kind of secret that the name tells. */
  private int region(int from, int to) {
    if (SecretNames.isCookie(name.text())) {
      Cookies.mask(scan, from, to);
    } else {
      scan.mask(afterScheme(from, to), to);
    }
    return to;
  }

  /** A scheme such as {@code Bearer} is no secret. */
  private int afterScheme(int from, int to) {
    int space = scan.find(' ', from, Math.min(to, from + LONGEST_SCHEME));
    if (space < 0) {
      return from;
    }
    String scheme = scan.text.substring(from, space).toLowerCase(Locale.ROOT);
    return SCHEMES.contains(scheme) || SCHEMES_OF_MANY.contains(scheme)
        ? Math.min(to, scan.skipBlanks(space))
        : from;
  }

  /** An object or a list is masked whole; one that does not end is masked to the text's end. */
  private int structure(int from) {
    int depth = 0;
    int at = from;
    while (at < scan.text.length()) {
      char c = scan.text.charAt(at);
      if (c == '"' || (c == '\'' && !Scan.isWord(scan.at(at - 1)))) {
        int escapes = 0;
        while (scan.at(at - 1 - escapes) == '\\') {
          escapes++;
        }
        int end = closing(scan, at + 1, scan.text.length(), escapes);
        if (end < 0) {
          break;
        }
        if (!isMember(end)) {
          remember(at + 1, end - escapes);
        }
        at = end;
      } else if (c == '{' || c == '[' || c == '(') {
        depth++;
      } else if ((c == '}' || c == ']' || c == ')') && --depth == 0) {
        return replace(from, at + 1);
      }
      at++;
    }
    return replace(from, scan.text.length());
  }

  /** Whether the text that a quote ends is the name of a value: {@code :}, {@code =>} follows. */
  private boolean isMember(int closing) {
    int next = scan.skipSpace(closing + 1);
    return scan.at(next) == ':' || scan.at(next) == '=';
  }

  private void remember(int from, int to) {
    if (to > from) {
      scan.remember(scan.text.substring(from, to));
    }
  }

  /** In JSON a text stands for a number or an object, so that it stays JSON. */
  private int replace(int from, int to) {
    String quote = name.isQuoted() ? "\\".repeat(name.escapes()) + name.quote() : "";
    return scan.mask(from, to, quote + Shapes.MASK + quote);
  }

  private int plain(int from, int after) {
    boolean spaced = separator == '=' && from > after && scan.at(name.from() - 1) == '\n';
    int to = spaced ? trimmed(from, scan.endOfLine(from)) : end(from);
    if (to == from || isReference(from, to)) {
      return after;
    }
    if (SecretNames.isCookie(name.text()) && !name.isQuoted()) {
      return region(from, Cookies.end(scan, from));
    }
    int secret = afterPlainScheme(from, to);
    if (secret > to) {
      return scan.mask(secret, end(secret));
    }
    if (name.isQuoted() && !Shapes.isShown(scan.text.substring(from, to))) {
      return replace(from, to);
    }
    return region(from, to);
  }

  /** {@code password: $password}, a variable of GraphQL. */
  private boolean isReference(int from, int to) {
    return scan.at(from) == '$'
        && to - from > 1
        && Character.isLetter(scan.at(from + 1))
        && scan.names.contains(scan.text.substring(from + 1, to));
  }

  /** {@code Authorization=Bearer abc} of a map as Java writes it. */
  private int afterPlainScheme(int from, int to) {
    String word = scan.text.substring(from, to).toLowerCase(Locale.ROOT);
    return SCHEMES.contains(word) || SCHEMES_OF_MANY.contains(word) ? scan.skipBlanks(to) : from;
  }

  private int end(int from) {
    int at = from;
    int open = 0;
    while (at < scan.text.length()) {
      char c = scan.text.charAt(at);
      if (Character.isWhitespace(c) || c == '&' || c == '"' || c == '\'' || c == '<' || c == '|') {
        break;
      }
      if (c == '\\' && "\"'nrt".indexOf(scan.at(at + 1)) >= 0) {
        break;
      }
      if ((c == ',' || c == ';') && isEndOfValue(at)) {
        break;
      }
      open += c == '(' || c == '[' || c == '{' ? 1 : 0;
      if ((c == ')' || c == ']' || c == '}') && --open < 0) {
        break;
      }
      at++;
    }
    return at;
  }

  /** A comma ends a value when a space, an end or another name follows. */
  private boolean isEndOfValue(int comma) {
    int at = comma + 1;
    if (Character.isWhitespace(scan.at(at)) || Name.isQuote(scan.at(at)) || name.isQuoted()) {
      return true;
    }
    int from = at;
    while (at - from < LONGEST_NEXT_NAME && (Scan.isWord(scan.at(at)) || scan.at(at) == '-')) {
      at++;
    }
    return at > from && (scan.at(at) == '=' || scan.at(at) == ':');
  }
}
