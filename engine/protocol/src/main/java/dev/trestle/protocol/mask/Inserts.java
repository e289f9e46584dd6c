package dev.trestle.protocol.mask;

import java.util.ArrayList;
import java.util.List;

/** Masks the values of secret columns in {@code INSERT INTO t (a, password) VALUES (1, 'x')}. */
final class Inserts {

  private static final String VALUES = "values";
  private static final int LONGEST_COLUMNS = 4096;
  private static final int LONGEST_VALUE = 8192;

  private Inserts() {}

  /** At a parenthesis; returns where to go on. */
  static int mask(Scan scan, int parenthesis) {
    int last = scan.backOverBlanks(parenthesis);
    int from = last - VALUES.length() + 1;
    if (from < scan.floor() || !scan.text.regionMatches(true, from, VALUES, 0, VALUES.length())) {
      return parenthesis + 1;
    }
    int close = from - 1;
    while (close >= scan.floor() && Character.isWhitespace(scan.at(close))) {
      close--;
    }
    List<String> secret = scan.at(close) == ')' ? columns(scan, close) : List.of();
    return secret.stream().anyMatch(name -> !name.isEmpty())
        ? rows(scan, parenthesis, secret)
        : parenthesis + 1;
  }

  private static List<String> columns(Scan scan, int close) {
    int lowest = Math.max(scan.floor(), close - LONGEST_COLUMNS);
    int open = close - 1;
    while (open >= lowest && scan.at(open) != '(' && scan.at(open) != ')') {
      open--;
    }
    List<String> secret = new ArrayList<>();
    if (open >= lowest && scan.at(open) == '(') {
      for (String column : scan.text.substring(open + 1, close).split(",")) {
        secret.add(scan.names.contains(column.strip()) ? column.strip() : "");
      }
    }
    return secret;
  }

  private static int rows(Scan scan, int first, List<String> secret) {
    int at = first;
    while (scan.at(at) == '(') {
      int end = row(scan, at + 1, secret);
      if (end < 0) {
        return at + 1;
      }
      int next = scan.skipSpace(end);
      at = scan.at(next) == ',' ? scan.skipSpace(next + 1) : end;
    }
    return at;
  }

  /** The end of a row, or -1 when it does not end. */
  private static int row(Scan scan, int from, List<String> secret) {
    int at = from;
    for (int column = 0; ; column++) {
      int start = scan.skipSpace(at);
      int end = endOfValue(scan, start);
      int to = end < 0 ? Math.min(start + LONGEST_VALUE, scan.text.length()) : end;
      if (column < secret.size() && !secret.get(column).isEmpty()) {
        scan.under(secret.get(column));
        boolean quoted = scan.at(start) == '\'' && to - start > 1;
        boolean closed = quoted && scan.at(to - 1) == '\'';
        scan.mask(quoted ? start + 1 : start, closed ? to - 1 : to);
      }
      if (end < 0) {
        return -1;
      }
      if (scan.at(end) == ')') {
        return end + 1;
      }
      at = end + 1;
    }
  }

  private static int endOfValue(Scan scan, int from) {
    int limit = Math.min(scan.text.length(), from + LONGEST_VALUE);
    int depth = 0;
    for (int at = from; at < limit; at++) {
      char c = scan.at(at);
      if (c == '\'') {
        int end = NamedValue.closing(scan, at + 1, limit, 0);
        if (end < 0) {
          return -1;
        }
        at = end;
      } else if (depth == 0 && (c == ',' || c == ')')) {
        return at;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return -1;
  }
}
