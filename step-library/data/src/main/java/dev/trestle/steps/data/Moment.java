package dev.trestle.steps.data;

import dev.trestle.steps.core.StepFailure;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment relative to another as a feature writes it: {@code in 3 work days}, {@code 2 weeks ago},
 * {@code 2026-11-25 + 1 month}. Work days are those from Monday to Friday.
 */
final class Moment {

  private static final String AMOUNT =
      "(\\d{1,6}) (second|minute|hour|day|work day|business day|week|month|year)s?";
  private static final Pattern OFFSET = Pattern.compile("\\s*([+-])\\s*" + AMOUNT);
  private static final Pattern AHEAD = Pattern.compile("in " + AMOUNT);
  private static final Pattern AGO = Pattern.compile(AMOUNT + " ago");
  private static final Pattern START =
      Pattern.compile("now|today|tomorrow|yesterday|\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z)?");
  private static final Pattern PARTS =
      Pattern.compile("(.+?)(?: at ([A-Z]\\w+/[\\w/+-]+))?(?: as (.+))?", Pattern.DOTALL);

  private final String written;
  private final ZonedDateTime now;

  private Moment(String written, ZonedDateTime now) {
    this.written = written;
    this.now = now;
  }

  /**
   * Reads a moment and writes it.
   *
   * @param written what follows the function's name, with the zone and pattern where they are given
   * @param now the time that it is relative to, in UTC
   * @param usual the format where no pattern is given
   */
  static String text(String written, ZonedDateTime now, DateTimeFormatter usual) {
    Matcher parts = PARTS.matcher(written.strip());
    if (!parts.matches()) {
      throw new Moment(written, now).unknown("nothing");
    }
    try {
      ZoneId zone = parts.group(2) == null ? ZoneOffset.UTC : ZoneId.of(parts.group(2));
      ZonedDateTime moment = new Moment(parts.group(1), now.withZoneSameInstant(zone)).parse();
      return parts.group(3) == null
          ? usual.format(moment)
          : DateTimeFormatter.ofPattern(parts.group(3), Locale.ENGLISH).format(moment);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw StepFailure.of("'" + written + "' is no date or time.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct it in the step, such as 'in 3 days at Europe/Berlin as dd.MM.yyyy'.")
          .causedBy(e);
    }
  }

  private ZonedDateTime parse() {
    Matcher ahead = AHEAD.matcher(written);
    if (ahead.matches()) {
      return plus(now, 1, ahead.group(1), ahead.group(2));
    }
    Matcher ago = AGO.matcher(written);
    if (ago.matches()) {
      return plus(now, -1, ago.group(1), ago.group(2));
    }
    Matcher start = START.matcher(written);
    if (!start.lookingAt()) {
      throw unknown(written);
    }
    return offsets(start(start.group()), start.end());
  }

  private ZonedDateTime offsets(ZonedDateTime start, int from) {
    ZonedDateTime moment = start;
    int done = from;
    Matcher offset = OFFSET.matcher(written);
    while (done < written.length()) {
      if (!offset.region(done, written.length()).lookingAt()) {
        throw unknown(written.substring(done).strip());
      }
      int sign = "+".equals(offset.group(1)) ? 1 : -1;
      moment = plus(moment, sign, offset.group(2), offset.group(3));
      done = offset.end();
    }
    return moment;
  }

  private ZonedDateTime start(String name) {
    return switch (name) {
      case "now", "today" -> now;
      case "tomorrow" -> now.plusDays(1);
      case "yesterday" -> now.minusDays(1);
      default ->
          name.contains("T")
              ? ZonedDateTime.parse(name).withZoneSameInstant(now.getZone())
              : LocalDate.parse(name).atStartOfDay(now.getZone());
    };
  }

  private static ZonedDateTime plus(ZonedDateTime from, int sign, String amount, String unit) {
    long count = sign * Long.parseLong(amount);
    return switch (unit) {
      case "second" -> from.plusSeconds(count);
      case "minute" -> from.plusMinutes(count);
      case "hour" -> from.plusHours(count);
      case "day" -> from.plusDays(count);
      case "week" -> from.plusWeeks(count);
      case "month" -> from.plusMonths(count);
      case "year" -> from.plusYears(count);
      default -> workDays(from, sign, Math.abs(count));
    };
  }

  /** In 0 work days is the same day if it is one, else the next or last that is one. */
  private static ZonedDateTime workDays(ZonedDateTime from, int sign, long count) {
    ZonedDateTime day = from;
    for (long left = count; left > 0; ) {
      day = day.plus(sign, ChronoUnit.DAYS);
      left -= isWorkDay(day) ? 1 : 0;
    }
    while (!isWorkDay(day)) {
      day = day.plus(sign, ChronoUnit.DAYS);
    }
    return day;
  }

  private static boolean isWorkDay(ZonedDateTime day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private StepFailure unknown(String part) {
    return StepFailure.of("'" + written + "' is no date or time.")
        .evidence("'" + part + "' cannot be read.")
        .fix(
            "Write it as 'today', 'tomorrow', 'in 3 work days', '2 weeks ago' or"
                + " '2026-11-25 + 1 month'.");
  }
}
