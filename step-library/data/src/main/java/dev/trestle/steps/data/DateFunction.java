package dev.trestle.steps.data;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.ValueFunction;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Turns <code>${date:in 3 work days}</code> into a date such as {@code 2026-11-30}. */
public final class DateFunction implements ValueFunction {

  /** For {@link java.util.ServiceLoader}. */
  public DateFunction() {}

  @Override
  public String name() {
    return "date";
  }

  @Override
  public String apply(String argument, ScenarioScope scope) {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    return Moment.text(argument, now, DateTimeFormatter.ISO_LOCAL_DATE);
  }
}
