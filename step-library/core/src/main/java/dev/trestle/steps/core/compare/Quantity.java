package dev.trestle.steps.core.compare;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that is more or less than others of its kind: a number, exact; a date, a time of day, a
 * date with a time, or a moment with its offset, as ISO 8601 or a database writes them; an amount
 * of a currency, {@code 9.50 EUR}. Nothing else is more or less than anything.
 */
public final class Quantity {

  private static final String FORMS =
      "a number (9.50), a date (2026-03-29), a time (01:30), a date with a time"
          + " (2026-03-29T01:30), with an offset (2026-03-29T01:30Z), or an amount (9.50 EUR)";

  private static final Pattern AMOUNT =
      Pattern.compile("(?:([A-Z]{3}) ?)?([+-]?\\d[\\d.]*)(?: ?([A-Z]{3}))?");

  /** A space in place of the T, and an offset of hours alone, as databases write it. */
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter OFFSET_DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DATE_TIME)
          .appendOffset("+HH:mm:ss", "Z")
          .toFormatter(Locale.ROOT);

  private static final List<Function<String, Optional<Quantity>>> READERS =
      List.of(
          Quantity::number,
          Quantity::amount,
          text -> time(text, "a date", LocalDate::parse),
          text -> time(text, "a time of day", LocalTime::parse),
          text -> time(text, "a date with a time", at -> LocalDateTime.parse(at, DATE_TIME)),
          text ->
              time(text, "a moment", at -> OffsetDateTime.parse(at, OFFSET_DATE_TIME).toInstant()));

  private final String kind;
  private final Comparable<Object> value;

  @SuppressWarnings("unchecked") // Values of one kind have one type.
  private Quantity(String kind, Comparable<?> value) {
    this.kind = kind;
    this.value = (Comparable<Object>) value;
  }

  /**
   * How an actual value compares to an expected one.
   *
   * @param sign negative, zero or positive, as of {@link Comparable}; zero when they do not compare
   * @param obstacle why they do not compare, as a sentence; empty when they do
   */
  public record Order(int sign, String obstacle) {

    /** Whether one of them can be more or less than the other. */
    public boolean isKnown() {
      return obstacle.isEmpty();
    }
  }

  /**
   * Compares an actual value, as of parsed JSON, a text or a database's column, to a written one.
   */
  public static Order compare(@Nullable Object actual, String written) {
    Optional<Quantity> left = of(actual);
    Optional<Quantity> right = of(written);
    if (left.isEmpty() || right.isEmpty()) {
      String which = Differing.quoted(left.isEmpty() ? Expected.written(actual) : written);
      return new Order(0, which + " is not " + FORMS + ".");
    }
    if (!left.get().kind.equals(right.get().kind)) {
      return new Order(
          0,
          "%s is %s, and %s is %s."
              .formatted(
                  Differing.quoted(Expected.written(actual)),
                  left.get().kind,
                  Differing.quoted(written),
                  right.get().kind));
    }
    return new Order(left.get().value.compareTo(right.get().value), "");
  }

  private static Optional<Quantity> of(@Nullable Object value) {
    if (value instanceof Number number) {
      return Decimals.of(number).map(decimal -> new Quantity("a number", decimal));
    }
    if (!(value instanceof CharSequence || value instanceof TemporalAccessor)) {
      return Optional.empty();
    }
    String text = value.toString().strip();
    return READERS.stream().flatMap(reader -> reader.apply(text).stream()).findFirst();
  }

  private static Optional<Quantity> number(String text) {
    return Decimals.of(text).map(decimal -> new Quantity("a number", decimal));
  }

  private static Optional<Quantity> amount(String text) {
    Matcher parts = AMOUNT.matcher(text);
    if (!parts.matches() || (parts.group(1) == null) == (parts.group(3) == null)) {
      return Optional.empty(); // It has no currency, or two.
    }
    String currency = parts.group(1) == null ? parts.group(3) : parts.group(1);
    return Decimals.of(parts.group(2))
        .map(decimal -> new Quantity("an amount of " + currency, decimal));
  }

  private static Optional<Quantity> time(
      String text, String kind, Function<String, Comparable<?>> reader) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return Optional.empty(); // Most texts are no times; an exception for each is slow.
    }
    try {
      return Optional.of(new Quantity(kind, reader.apply(withT(text))));
    } catch (DateTimeException e) {
      return Optional.empty(); // It is of another kind, or of none.
    }
  }

  /** As ISO 8601 writes it, with the offset's minutes. */
  private static String withT(String text) {
    boolean spaced = text.length() > 10 && text.charAt(10) == ' ';
    String dated = spaced ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    return dated
        .replaceFirst("(T.*[+-]\\d{2})$", "$1:00")
        .replaceFirst("(T.*[+-]\\d{2})(\\d{2})$", "$1:$2");
  }
}
