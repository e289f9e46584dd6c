package dev.trestle.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as RFC 8259 defines it, read into and written from {@link Map}, {@link List}, {@link
 * String}, {@link Long}, {@link BigDecimal}, {@link Boolean} and null, with nothing but the JDK.
 */
public final class Json {

  /** A fraction with no more digits than these is written without an exponent. */
  private static final int MOST_PLAIN_DIGITS = 30;

  private Json() {}

  /**
   * Parses one JSON value as {@link #parse} does, and refuses what another reader may take
   * otherwise: a name that an object has twice, a number that no double holds.
   *
   * @throws JsonException when the text is not such JSON
   */
  public static @Nullable Object parseStrictly(String text) {
    return new JsonParser(text, true).parseDocument();
  }

  /**
   * Reads one JSON text.
   *
   * @throws JsonException when the text is not JSON; the message names the offset
   */
  public static @Nullable Object parse(String text) {
    return new JsonParser(text).parseDocument();
  }

  /**
   * Writes a value as JSON on one line.
   *
   * @param value a map with string keys, an iterable, a string, a number, a boolean or null, nested
   *     at will
   * @throws JsonException when a value is of another type
   */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Number number) {
      writeNumber(number, out);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, out);
    } else if (value instanceof Iterable<?> items) {
      writeItems(items, out);
    } else if (value instanceof CharSequence text) {
      writeString(text, out);
    } else {
      throw new JsonException("A value of " + value.getClass() + " has no JSON form.");
    }
  }

  private static void writeNumber(Number number, StringBuilder out) {
    double value = number instanceof BigDecimal ? 0 : number.doubleValue(); // Always a number.
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new JsonException("The number " + number + " has no JSON form.");
    }
    boolean isFraction =
        number instanceof BigDecimal decimal
            && decimal.scale() > 0
            && decimal.scale() <= MOST_PLAIN_DIGITS;
    out.append(isFraction ? ((BigDecimal) number).toPlainString() : number.toString());
  }

  private static void writeMap(Map<?, ?> map, StringBuilder out) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      writeString(String.valueOf(entry.getKey()), out);
      out.append(':');
      write(entry.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeItems(Iterable<?> items, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      write(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void writeString(CharSequence text, StringBuilder out) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\' || c >= 0x2028) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++; // A whole character beyond U+FFFF is written as it is; half of one is escaped.
        } else {
          out.append(text, plain, i);
          writeEscaped(c, out);
          plain = i + 1;
        }
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static void writeEscaped(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20 || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
