package dev.trestle.protocol.mask;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks what stands in elements of XML whose names are secret, in parts of multipart forms, and in
 * pairs such as {@code <entry key="password" value="…"/>} and <code>{"name": "password", "value":
 * "…"}</code>.
 */
final class Markup {

  private static final Set<String> KEYS = Set.of("name", "key", "field", "header", "property");
  private static final Set<String> VALUES = Set.of("value", "content", "values");
  private static final String CDATA = "<![CDATA[";
  private static final int SHORTEST_OF_PAIR = 3;
  private static final int LONGEST_OF_PAIR = 8;
  private static final int LONGEST_TAG = 2048;
  private static final int LONGEST_HEAD = 1024;
  private static final int MOST_NAMES = 64;

  private final Scan scan;
  private final Map<String, Integer> lastClose = new HashMap<>();
  private int tag = -1;
  private int secretTagEnd = -1;
  private @Nullable String pair;
  private @Nullable String keyOfPair;

  Markup(Scan scan) {
    this.scan = scan;
  }

  /** At a {@code <}; returns where to go on. */
  int open(int at) {
    int end = endOfName(at + 1);
    if (end == at + 1) {
      return end;
    }
    tag = at;
    pair = null;
    if (scan.names.contains(scan.text.substring(at + 1, end))) {
      secretTagEnd = endOfTag(end);
    }
    return end;
  }

  /** At a {@code >}, where content begins. */
  int close(int at) {
    boolean secret = at == secretTagEnd || (pair != null && tag >= 0 && isCloseOfTag(at));
    boolean empty = scan.at(at - 1) == '/';
    String key = pair;
    pair = null;
    if (!secret || empty) {
      return at + 1;
    }
    String name = scan.text.substring(tag + 1, endOfName(tag + 1));
    scan.under(key == null ? name : key);
    return lastClose(name) > at ? content(at + 1) : at + 1;
  }

  /** Whether a name may be one of a pair. */
  static boolean isOfPair(String text, int from, int to) {
    return to - from >= SHORTEST_OF_PAIR
        && to - from <= LONGEST_OF_PAIR
        && "nkfhpvc".indexOf(text.charAt(from)) >= 0
        && (KEYS.contains(text.substring(from, to)) || VALUES.contains(text.substring(from, to)));
  }

  /** Nothing that stands in an object concerns the next one. */
  void endOfObject() {
    pair = null;
  }

  /** Whether a name is that of the value of a pair whose key is secret. */
  boolean isValueOfPair(Name name) {
    boolean value = pair != null && VALUES.contains(name.text());
    keyOfPair = value ? pair : null;
    pair = value ? null : pair;
    return value;
  }

  /** The secret key of the pair whose value was found last; null when it is not of a pair. */
  @Nullable String keyOfPair() {
    return keyOfPair;
  }

  /** Remembers a key such as {@code "name": "password"}; returns where to go on. */
  int key(Name name, int separator) {
    int next = separator + 1;
    if (!KEYS.contains(name.text())) {
      return next;
    }
    int from = scan.skipBlanks(next);
    int quote = from;
    while (scan.at(quote) == '\\') {
      quote++;
    }
    if (!Name.isQuote(scan.at(quote))) {
      return next;
    }
    int farthest = Math.min(scan.text.length(), quote + LONGEST_HEAD);
    int end = NamedValue.closing(scan, quote + 1, farthest, quote - from);
    if (end < 0) {
      return next;
    }
    String value = scan.text.substring(quote + 1, Math.max(quote + 1, end - (quote - from)));
    if (!scan.names.contains(value)) {
      return next;
    }
    if (isPartOfForm(name)) {
      scan.under(value);
      return part(end);
    }
    pair = value;
    return end + 1;
  }

  /** Its other parameters may stand before the name, and a text may be cut before it. */
  private boolean isPartOfForm(Name name) {
    int lowest = Math.max(0, name.from() - LONGEST_HEAD);
    int line = name.from();
    while (line > lowest && scan.at(line - 1) != '\n') {
      line--;
    }
    return name.from() == 0 || scan.text.substring(line, name.from()).contains("form-data;");
  }

  /** A part of RFC 7578: headers, an empty line, and the value until the line of the boundary. */
  private int part(int from) {
    int limit = Math.min(scan.text.length(), from + LONGEST_HEAD);
    for (int at = from; at < limit; at++) {
      int value = afterEmptyLine(at);
      if (value > 0) {
        return scan.mask(value, endOfPart(value));
      }
    }
    return from;
  }

  private int afterEmptyLine(int at) {
    if (scan.text.startsWith("\r\n\r\n", at)) {
      return at + 4;
    }
    return scan.text.startsWith("\n\n", at) ? at + 2 : -1;
  }

  private int endOfPart(int from) {
    int end = scan.text.indexOf("\n--", from);
    if (end < 0) {
      return scan.text.length();
    }
    return end > from && scan.at(end - 1) == '\r' ? end - 1 : end;
  }

  private boolean isCloseOfTag(int at) {
    return at - tag < LONGEST_TAG && endOfTag(endOfName(tag + 1)) == at;
  }

  private int endOfName(int from) {
    int end = from;
    while (end < scan.text.length() && isNamePart(scan.at(end)) && end - from < LONGEST_TAG) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_:.-".indexOf(c) >= 0;
  }

  private int endOfTag(int from) {
    int limit = Math.min(scan.text.length(), from + LONGEST_TAG);
    char quote = 0;
    for (int at = from; at < limit; at++) {
      char c = scan.at(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at;
      } else if (c == '<') {
        return -1;
      }
    }
    return -1;
  }

  private int lastClose(String name) {
    Integer known = lastClose.get(name);
    if (known == null) {
      if (lastClose.size() >= MOST_NAMES) {
        return scan.text.length();
      }
      known = Math.max(scan.text.lastIndexOf("</" + name), scan.text.lastIndexOf("<\\/" + name));
      lastClose.put(name, known);
    }
    return known;
  }

  /** Masks the texts of an element and of those within it. */
  private int content(int from) {
    int depth = 1;
    int at = from;
    while (at < scan.text.length()) {
      int next = scan.text.indexOf('<', at);
      int end = next < 0 ? scan.text.length() : next;
      texts(at, end);
      if (next < 0) {
        return end;
      }
      if (scan.text.startsWith(CDATA, next)) {
        int close = scan.text.indexOf("]]>", next);
        int data = next + CDATA.length();
        at = scan.mask(data, close < 0 ? scan.text.length() : close);
        at = Math.min(at + "]]>".length(), scan.text.length());
        continue;
      }
      boolean closes = scan.at(next + 1) == '/' || scan.text.startsWith("\\/", next + 1);
      depth += closes ? -1 : 1;
      if (depth <= 0) {
        return next + 1;
      }
      int name = endOfName(next + 2);
      int close = scan.text.indexOf('>', name);
      int endOfTag = close < 0 ? scan.text.length() : close;
      boolean empty = scan.at(endOfTag - 1) == '/' || scan.at(next + 1) == '!';
      depth -= empty ? 1 : 0;
      if (scan.at(name) == ' ') {
        scan.mask(name + 1, empty ? endOfTag - 1 : endOfTag);
      }
      at = Math.min(endOfTag + 1, scan.text.length());
    }
    return at;
  }

  private void texts(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(scan.at(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(scan.at(end - 1))) {
      end--;
    }
    scan.mask(start, end);
  }
}
