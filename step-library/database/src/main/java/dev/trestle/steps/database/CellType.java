package dev.trestle.steps.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.json.JsonDocument;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a column's values are to a feature: how they are read, and how what the feature writes is
 * brought into the same form. The time zone of this machine has no part in it.
 */
enum CellType {
  NUMBER,
  /** An amount in the form of the database's locale, such as {@code $1,234.50}. */
  MONEY,
  JSON,
  /** A point in time, shown in UTC. */
  INSTANT,
  LOCAL_TIMESTAMP,
  TIME,
  UUID,
  /** Text of a fixed length, whose trailing spaces mean nothing. */
  PADDED,
  TRUTH,
  TEXT;

  /** Such as {@code 2026-03-29 01:30:00.5}, as PostgreSQL writes it. */
  private static final DateTimeFormatter SHOWN =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  /** A date, with a time, with an offset, with a T or a space between them. */
  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("[' ']['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[' '][XXX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /** The type of a column as a driver describes it. */
  static CellType of(int type, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "json", "jsonb" -> JSON;
      case "money" -> MONEY;
      case "timestamptz" -> INSTANT;
      case "uuid" -> UUID;
      case "timetz" -> TEXT;
      case "bpchar" -> PADDED;
      default ->
          switch (type) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.TIMESTAMP -> LOCAL_TIMESTAMP;
            case Types.TIME -> TIME;
            case Types.CHAR, Types.NCHAR -> PADDED;
            case Types.BOOLEAN -> TRUTH;
            case Types.BIT -> lower.startsWith("bool") ? TRUTH : TEXT;
            case Types.TINYINT,
                Types.SMALLINT,
                Types.INTEGER,
                Types.BIGINT,
                Types.REAL,
                Types.FLOAT,
                Types.DOUBLE,
                Types.NUMERIC,
                Types.DECIMAL ->
                NUMBER;
            default -> TEXT;
          };
    };
  }

  /** The value of a row's column. */
  @Nullable Object read(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    return switch (this) {
      case NUMBER -> number(row.getObject(column), text);
      case MONEY -> money(text);
      case JSON -> json(text);
      case TRUTH -> row.getBoolean(column);
      case PADDED -> text.stripTrailing();
      case INSTANT -> text.contains("inf") ? text : instant(row, column, text);
      case LOCAL_TIMESTAMP, TIME -> written(text);
      case UUID, TEXT -> text;
    };
  }

  /** Decimals as the database writes them; a double has more digits than it has meaning. */
  private static Object number(@Nullable Object value, String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return value == null ? text : value; // NaN and the infinities
    }
  }

  private static Object money(String text) {
    boolean negative = text.contains("-") || text.contains("(");
    String digits = text.replaceAll("[^0-9.,]", "");
    int point = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    boolean cents = point >= 0 && digits.length() - point == 3;
    String whole = (cents ? digits.substring(0, point) : digits).replaceAll("[.,]", "");
    if (whole.isEmpty()) {
      return text;
    }
    BigDecimal amount = new BigDecimal(whole + (cents ? "." + digits.substring(point + 1) : ""));
    return negative ? amount.negate() : amount;
  }

  private static @Nullable Object json(String text) {
    try {
      return JsonDocument.parse(text).document();
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private static Object instant(ResultSet row, int column, String text) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? text : shown(moment);
  }

  private static String shown(OffsetDateTime moment) {
    return SHOWN.format(rounded(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()))
        + "+00";
  }

  /** PostgreSQL keeps microseconds. */
  private static LocalDateTime rounded(LocalDateTime time) {
    return time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * What a feature writes, in the form of what is read; as written where it is not such a value.
   */
  String written(String cell) {
    return switch (this) {
      case INSTANT -> form(cell, time -> shown(moment(time)));
      case LOCAL_TIMESTAMP -> form(cell, time -> SHOWN.format(rounded(local(time))));
      case TIME -> clock(cell);
      case UUID -> cell.toLowerCase(Locale.ROOT);
      case PADDED -> cell.stripTrailing();
      default -> cell;
    };
  }

  private static String form(String cell, Function<TemporalAccessor, String> form) {
    try {
      return form.apply(WRITTEN.parse(cell.strip()));
    } catch (DateTimeException e) {
      return cell;
    }
  }

  /** Without an offset in UTC, which is the time zone of our sessions. */
  private static OffsetDateTime moment(TemporalAccessor time) {
    ZoneOffset offset =
        time.isSupported(ChronoField.OFFSET_SECONDS)
            ? ZoneOffset.ofTotalSeconds(time.get(ChronoField.OFFSET_SECONDS))
            : ZoneOffset.UTC;
    return local(time).atOffset(offset);
  }

  private static LocalDateTime local(TemporalAccessor time) {
    return time.isSupported(ChronoField.NANO_OF_DAY)
        ? LocalDateTime.from(time)
        : LocalDate.from(time).atStartOfDay();
  }

  private static String clock(String cell) {
    try {
      LocalTime time = LocalTime.parse(cell.strip());
      return SHOWN.format(rounded(time.atDate(LocalDate.EPOCH))).substring(11);
    } catch (DateTimeException e) {
      return cell;
    }
  }
}
