package dev.trestle.protocol.mask;

import java.util.Locale;
import java.util.Set;

/** Masks the values in {@code Cookie} and {@code Set-Cookie}, RFC 6265; names and scope stay. */
final class Cookies {

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "path",
          "domain",
          "expires",
          "max-age",
          "samesite",
          "priority",
          "version",
          "$path",
          "$domain",
          "$version",
          "$port",
          "comment");

  private static final Set<String> FLAGS = Set.of("secure", "httponly", "partitioned", "discard");

  private Cookies() {}

  static void mask(Scan scan, int from, int to) {
    int at = from;
    boolean any = false;
    while (at < to) {
      int end = endOfPart(scan, at, to);
      any |= part(scan, at, end, any);
      at = end + 1;
    }
  }

  /** Where cookies end that stand within a line. */
  static int end(Scan scan, int from) {
    int at = from;
    while (at < scan.text.length() && "\n\r\"'}]\\".indexOf(scan.at(at)) < 0) {
      boolean another = scan.at(at + 1) == ' ' && Character.isLetter(scan.at(at + 2));
      if (scan.at(at) == ',' && another) {
        break;
      }
      at++;
    }
    return at;
  }

  private static int endOfPart(Scan scan, int from, int to) {
    int at = from;
    while (at < to && scan.at(at) != ';') {
      at++;
    }
    return at;
  }

  /** Masks one part and says whether it is {@code name=value}. */
  private static boolean part(Scan scan, int from, int to, boolean after) {
    int start = scan.skipSpace(from);
    int equals = scan.find('=', start, to);
    if (equals < 0) {
      String flag = scan.text.substring(Math.min(start, to), to).strip();
      if (!after || !FLAGS.contains(flag.toLowerCase(Locale.ROOT))) {
        scan.mask(start, to);
      }
      return false;
    }
    String name = scan.text.substring(start, equals).strip().toLowerCase(Locale.ROOT);
    if (ATTRIBUTES.contains(name)) {
      next(scan, equals + 1, to);
    } else {
      value(scan, equals + 1, to);
    }
    return true;
  }

  /** Several headers are joined by commas; after an attribute another cookie may follow. */
  private static void next(Scan scan, int from, int to) {
    int comma = scan.find(',', from, to);
    if (comma < 0) {
      return;
    }
    int equals = scan.find('=', comma, to);
    if (equals >= 0) {
      value(scan, equals + 1, to);
    }
  }

  private static void value(Scan scan, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && (scan.at(start) == '\\' || Name.isQuote(scan.at(start)))) {
      start++;
    }
    while (end > start && (scan.at(end - 1) == '\\' || Name.isQuote(scan.at(end - 1)))) {
      end--;
    }
    scan.mask(start, end);
  }
}
