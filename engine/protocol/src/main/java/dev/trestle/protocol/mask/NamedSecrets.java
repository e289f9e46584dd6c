package dev.trestle.protocol.mask;

/**
 * Masks secrets by name and by shape in one pass over a text of any format: JSON, also cut and
 * within JSON, forms, URLs, headers, XML, SQL, logs. Each rule begins at a character that it cannot
 * do without, looks back a bounded way, and goes on behind what it masked, so that the time grows
 * with the length of the text and with nothing else.
 */
public final class NamedSecrets {

  /** The characters at which some rule begins. */
  private static final boolean[] BEGINS = begins(":=<>\"'-(}0123456789BbDdeAgxsh");

  private static final int LONG_USER = 20;
  private static final int LONGEST_AUTHORITY = 1024;
  private static final int LONGEST_LABEL = 40;

  private final Scan scan;
  private final Markup markup;

  /** The next {@code @} that is known. */
  private int nextAt = -1;

  private NamedSecrets(Scan scan) {
    this.scan = scan;
    this.markup = new Markup(scan);
  }

  /**
   * The text without secrets.
   *
   * @param found gets each secret that was named
   */
  public static String mask(String text, SecretNames names, Found found) {
    Scan scan = new Scan(text, names, found);
    new NamedSecrets(scan).run();
    return scan.result();
  }

  /** The value of what has a secret name: a scheme, and names of cookies, are none. */
  public static String value(String name, String value, SecretNames names, Found found) {
    Scan scan = new Scan(value, names, found);
    NamedValue.whole(scan, name);
    return scan.result();
  }

  /** Whether a value under a secret name is masked; an empty one and a placeholder are not. */
  public static boolean isHidden(String value) {
    return !Shapes.isShown(value);
  }

  private void run() {
    char[] text = scan.text.toCharArray();
    int at = 0;
    while (at < text.length) {
      char c = text[at];
      at = c < BEGINS.length && BEGINS[c] ? Math.max(at + 1, rule(c, at)) : at + 1;
    }
  }

  private int rule(char c, int at) {
    scan.under("");
    return switch (c) {
      case ':' -> scan.text.startsWith("//", at + 1) ? userInformation(at) : separator(at);
      case '=' -> separator(at);
      case '<' -> markup.open(at);
      case '>' -> markup.close(at);
      case '}' -> endOfObject(at);
      case '"', '\'' -> scan.at(at - 1) == ' ' ? Words.mask(scan, at) : at + 1;
      case '(' -> Inserts.mask(scan, at);
      case '-' -> dash(at);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Cards.mask(scan, at);
      default -> isPartOfWord(scan.at(at - 1)) ? at + 1 : word(c, at);
    };
  }

  private int endOfObject(int at) {
    markup.endOfObject();
    return at + 1;
  }

  private int separator(int at) {
    Name name = Name.before(scan, at);
    if (name == null) {
      return at + 1;
    }
    if (markup.isValueOfPair(name) || scan.names.contains(name.text())) {
      boolean folder = name.text().equals("PWD") || name.text().equals("OLDPWD");
      return folder ? at + 1 : value(name, at);
    }
    return markup.key(name, at);
  }

  private int value(Name name, int at) {
    String pair = markup.keyOfPair();
    scan.under(pair == null ? name.text() : pair);
    return NamedValue.mask(scan, name, at);
  }

  /** {@code //user:password@host}, RFC 3986; the password may have characters it must not have. */
  private int userInformation(int colon) {
    int from = colon + 3;
    if (nextAt < from) {
      int next = scan.text.indexOf('@', from);
      nextAt = next < 0 ? Integer.MAX_VALUE : next;
    }
    int limit = Math.min(scan.text.length(), from + LONGEST_AUTHORITY);
    if (nextAt >= limit) {
      return from;
    }
    int password = -1;
    int at = from;
    while (at < limit && !isEndOfUrl(scan.at(at))) {
      char c = scan.at(at);
      if (c == ':' && password < 0) {
        password = at + 1;
      } else if (c == '@') {
        return userInformation(from, password, lastAt(at));
      } else if ((c == '/' || c == '?' || c == '#') && (password < 0 || isPort(password, at))) {
        return at;
      }
      at++;
    }
    return password < 0 ? at : password;
  }

  private int userInformation(int from, int password, int at) {
    if (password >= 0) {
      scan.under("password");
      return scan.mask(password, at);
    }
    boolean token = Shapes.endOfKey(scan.text, from) > from || at - from >= LONG_USER;
    return token ? scan.mask(from, at) : at;
  }

  /** A password may have this sign; a host has none. */
  private int lastAt(int first) {
    int last = first;
    int at = first;
    while (at < scan.text.length()
        && !isEndOfUrl(scan.at(at))
        && "/?#".indexOf(scan.at(at)) < 0
        && at - first < LONGEST_AUTHORITY) {
      last = scan.at(at) == '@' ? at : last;
      at++;
    }
    return last;
  }

  private boolean isPort(int from, int to) {
    for (int at = from; at < to; at++) {
      if (scan.at(at) < '0' || scan.at(at) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isEndOfUrl(char c) {
    return Character.isWhitespace(c) || "\"'<>`,;)}]".indexOf(c) >= 0;
  }

  private int dash(int at) {
    if (scan.text.startsWith("-----BEGIN ", at)) {
      return privateKey(at);
    }
    return scan.at(at + 1) == '-' && !isPartOfWord(scan.at(at - 1)) ? option(at + 2) : at + 1;
  }

  private int privateKey(int at) {
    String line = "PRIVATE KEY-----";
    int label = at + "-----BEGIN ".length();
    int limit = Math.min(scan.text.length(), label + LONGEST_LABEL);
    int header = scan.text.substring(label, limit).indexOf(line);
    if (header < 0) {
      return label;
    }
    int from = label + header + line.length();
    int end = scan.text.indexOf("-----END", from);
    return scan.replace(from, end < 0 ? scan.text.length() : end, " " + Shapes.MASK + " ");
  }

  /** {@code --password x}. */
  private int option(int from) {
    int end = from;
    while (Scan.isWord(scan.at(end)) || (scan.at(end) == '-' && scan.at(end - 1) != '-')) {
      end++;
    }
    if (end == from
        || scan.at(end) != ' '
        || !scan.names.contains(scan.text.substring(from, end))) {
      return Math.max(from, end);
    }
    int value = scan.skipBlanks(end);
    int to = value;
    while (to < scan.text.length() && !Character.isWhitespace(scan.at(to))) {
      to++;
    }
    scan.under(scan.text.substring(from, end));
    return scan.at(value) == '-' || Name.isQuote(scan.at(value)) ? end : scan.mask(value, to);
  }

  private int word(char c, int at) {
    return switch (c) {
      case 'B', 'b' -> scheme(at, "Bearer", "Basic");
      case 'D', 'd' -> scheme(at, "Digest", "DPoP");
      case 'e' -> scan.mask(at, Shapes.endOfJwt(scan.text, at));
      default -> scan.mask(at, Shapes.endOfKey(scan.text, at));
    };
  }

  private int scheme(int at, String... schemes) {
    for (String scheme : schemes) {
      int end = at + scheme.length();
      if (scan.at(end) == ' ' && scan.text.regionMatches(true, at, scheme, 0, scheme.length())) {
        return credentials(scheme, scan.skipBlanks(end));
      }
    }
    return at + 1;
  }

  private int credentials(String scheme, int from) {
    if (scheme.equals("Digest")) {
      boolean parameters =
          scan.text.startsWith("username=", from) || scan.text.startsWith("realm=", from);
      return parameters ? scan.mask(from, scan.endOfLine(from)) : from;
    }
    int end = from;
    while (Scan.isWord(scan.at(end)) || ".~+/=-".indexOf(scan.at(end)) >= 0) {
      end++;
    }
    boolean token = Shapes.isToken(scheme, scan.text.substring(from, end));
    return token ? scan.mask(from, end) : from;
  }

  private static boolean isPartOfWord(char c) {
    return Scan.isWord(c) || c == '-';
  }

  private static boolean[] begins(String characters) {
    boolean[] begins = new boolean[128];
    characters.chars().forEach(c -> begins[c] = true);
    return begins;
  }
}
