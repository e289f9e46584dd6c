package dev.trestle.steps.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentTest {

  /** A Friday. */
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-27T23:30:00Z");

  private static String date(String written) {
    return Moment.text(written, NOW, DateTimeFormatter.ISO_LOCAL_DATE);
  }

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-27",
    "now, 2026-11-27",
    "tomorrow, 2026-11-28",
    "yesterday, 2026-11-26",
    "in 1 day, 2026-11-28",
    "in 3 months, 2027-02-27",
    "2 weeks ago, 2026-11-13",
    "1 year ago, 2025-11-27",
    "in 1 work day, 2026-11-30",
    "in 6 business days, 2026-12-07",
    "5 work days ago, 2026-11-20",
    "tomorrow + 0 work days, 2026-11-30",
    "2026-11-29 - 1 work day, 2026-11-27",
    "2026-01-31 + 1 month, 2026-02-28",
    "2026-11-27 + 1 work day + 1 day - 1 week, 2026-11-24",
    "today at Europe/Berlin, 2026-11-28",
    "in 3 days as dd.MM.yyyy, 30.11.2026",
    "today at Europe/Berlin as EEEE, Saturday"
  })
  void a_date_is_relative_to_now(String written, String expected) {
    assertThat(date(written)).isEqualTo(expected);
  }

  @Test
  void a_time_keeps_its_instant() {
    assertThat(Moment.text("in 2 hours", NOW, DateTimeFormatter.ISO_INSTANT))
        .isEqualTo("2026-11-28T01:30:00Z");
    assertThat(Moment.text("2026-01-01T10:00:00Z + 90 seconds", NOW, DateTimeFormatter.ISO_INSTANT))
        .isEqualTo("2026-01-01T10:01:30Z");
  }

  @ParameterizedTest
  @CsvSource({"someday, someday", "today + 3 moons, + 3 moons", "in 3 day s, in 3 day s"})
  void what_cannot_be_read_is_named(String written, String part) {
    assertThatThrownBy(() -> date(written))
        .hasMessageContaining("'" + written + "' is no date or time.")
        .hasMessageContaining("'" + part + "' cannot be read.")
        .hasMessageContaining("in 3 work days");
  }

  @ParameterizedTest
  @CsvSource({"2026-13-01", "today as qqqqqqqq", "today at Mars/Phobos"})
  void a_wrong_date_pattern_or_zone_is_refused(String written) {
    assertThatThrownBy(() -> date(written))
        .hasMessageContaining("'" + written + "' is no date or time.")
        .hasMessageContaining("Europe/Berlin as dd.MM.yyyy");
  }
}
