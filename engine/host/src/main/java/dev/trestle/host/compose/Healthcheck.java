package dev.trestle.host.compose;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the health of a service is found out; null where the image or else Docker decides.
 *
 * @param test {@code CMD} and arguments, or {@code CMD-SHELL} and a line; empty for the image's own
 * @param interval the time between two tests
 * @param timeout how long one test may take
 * @param retries the failures in a row that make it unhealthy
 * @param startPeriod the time after the start in which failures do not count
 * @param disabled whether there is no check, not even the image's own
 * @param position where it is written
 */
public record Healthcheck(
    List<String> test,
    @Nullable Duration interval,
    @Nullable Duration timeout,
    @Nullable Integer retries,
    @Nullable Duration startPeriod,
    boolean disabled,
    Position position) {

  /** Copies the test. */
  public Healthcheck {
    test = List.copyOf(test);
  }
}
