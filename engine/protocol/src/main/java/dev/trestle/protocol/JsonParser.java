package dev.trestle.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recursive-descent reader of one JSON text, bounded in depth. */
final class JsonParser {

  private static final int MAXIMUM_DEPTH = 200;

  private final String text;
  private final boolean strict;
  private int at;
  private int depth;

  JsonParser(String text) {
    this(text, false);
  }

  /** A parser that may also refuse a name that an object has twice, and a number without bounds. */
  JsonParser(String text, boolean strict) {
    this.text = text;
    this.strict = strict;
  }

  @Nullable Object parseDocument() {
    Object value = parseValue();
    skipSpace();
    if (at != text.length()) {
      throw unexpected("the end");
    }
    return value;
  }

  private @Nullable Object parseValue() {
    skipSpace();
    if (++depth > MAXIMUM_DEPTH) {
      throw new JsonException("JSON nests deeper than " + MAXIMUM_DEPTH + " at offset " + at + ".");
    }
    Object value =
        switch (peek()) {
          case '{' -> parseMap();
          case '[' -> parseList();
          case '"' -> parseString();
          case 't' -> parseWord("true", Boolean.TRUE);
          case 'f' -> parseWord("false", Boolean.FALSE);
          case 'n' -> parseWord("null", null);
          default -> parseNumber();
        };
    depth--;
    return value;
  }

  private Map<String, @Nullable Object> parseMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    at++;
    skipSpace();
    while (peek() != '}') {
      skipSpace();
      String key = parseString();
      skipSpace();
      expect(':');
      if (strict && map.containsKey(key)) {
        throw new JsonException("JSON has the name '" + key + "' twice, at offset " + at + ".");
      }
      map.put(key, parseValue());
      if (!another('}')) {
        break;
      }
    }
    at++;
    return map;
  }

  private List<@Nullable Object> parseList() {
    List<@Nullable Object> list = new ArrayList<>();
    at++;
    skipSpace();
    while (peek() != ']') {
      list.add(parseValue());
      if (!another(']')) {
        break;
      }
    }
    at++;
    return list;
  }

  /** Consumes a comma and says true, or stands on the closing character and says false. */
  private boolean another(char close) {
    skipSpace();
    if (peek() == close) {
      return false;
    }
    expect(',');
    skipSpace();
    if (peek() == close) {
      throw unexpected("a value");
    }
    return true;
  }

  private String parseString() {
    expect('"');
    int start = at;
    skipPlain();
    if (peek() == '"') { // most strings are of one piece
      return text.substring(start, at++);
    }
    StringBuilder out = new StringBuilder(text.substring(start, at));
    while (peek() != '"') {
      expect('\\');
      out.append(parseEscape());
      start = at;
      skipPlain();
      out.append(text, start, at);
    }
    at++;
    return out.toString();
  }

  /** Goes on to the next quote or escape. */
  private void skipPlain() {
    int end = text.length();
    int next = at;
    char c = 0;
    while (next < end && (c = text.charAt(next)) != '"' && c != '\\' && c >= 0x20) {
      next++;
    }
    at = next;
    if (next < end && c < 0x20) {
      throw unexpected("no control character in a string");
    }
  }

  private char parseEscape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> parseUnicode();
      default -> throw unexpected("an escape");
    };
  }

  private char parseUnicode() {
    if (at + 4 > text.length()) {
      throw unexpected("four hexadecimal digits");
    }
    try {
      char c = (char) Integer.parseInt(text, at, at + 4, 16);
      at += 4;
      return c;
    } catch (NumberFormatException e) {
      throw unexpected("four hexadecimal digits");
    }
  }

  private @Nullable Object parseWord(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw unexpected("'" + word + "'");
    }
    at += word.length();
    return value;
  }

  private Number parseNumber() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      at = start;
      throw unexpected("a value");
    }
    return number.matches("-?\\d{1,19}") ? whole(number) : decimal(number, start);
  }

  private Number whole(String number) {
    try {
      return Long.valueOf(number);
    } catch (NumberFormatException e) {
      return new BigDecimal(number); // more than a long holds
    }
  }

  private Number decimal(String number, int start) {
    try {
      BigDecimal value = new BigDecimal(number);
      if (strict && Double.isInfinite(value.doubleValue())) {
        throw new JsonException("JSON has the number " + number + ", which is too large.");
      }
      return value;
    } catch (NumberFormatException e) {
      at = start;
      throw unexpected("a number with a smaller exponent");
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw unexpected("more");
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw unexpected("'" + c + "'");
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private JsonException unexpected(String wanted) {
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the text";
    return new JsonException(
        "JSON wants " + wanted + " at offset " + at + " but has " + found + ".");
  }
}
