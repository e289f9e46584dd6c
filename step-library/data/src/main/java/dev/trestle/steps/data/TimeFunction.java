package dev.trestle.steps.data;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.ValueFunction;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Turns <code>${time:in 2 hours}</code> into a time in UTC such as {@code
 * 2026-11-25T10:00:00.000Z}.
 */
public final class TimeFunction implements ValueFunction {

  /** For {@link java.util.ServiceLoader}. */
  public TimeFunction() {}

  @Override
  public String name() {
    return "time";
  }

  @Override
  public String apply(String argument, ScenarioScope scope) {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    return Moment.text(argument, now, DateTimeFormatter.ISO_INSTANT);
  }
}
