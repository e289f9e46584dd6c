package dev.trestle.host.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Waits until services are ready again after an outage. */
final class Recovery {

  static final Duration BOUND = Duration.ofSeconds(60);

  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LAST_PAUSE_MILLIS = 250;

  private final Collection<Part> parts;
  private final UnaryOperator<String> logs;

  /**
   * The recovery of parts.
   *
   * @param logs the path of a service's log as a message shows it
   */
  Recovery(Collection<Part> parts, UnaryOperator<String> logs) {
    this.parts = parts;
    this.logs = logs;
  }

  /**
   * Returns when nothing keeps any of them from being ready.
   *
   * @throws StartFailure when one is not in time
   */
  void await() throws StartFailure, InterruptedException {
    Instant until = Instant.now().plus(BOUND);
    for (Part part : parts) {
      await(part, until);
    }
  }

  private synchronized void await(Part part, Instant until)
      throws StartFailure, InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    for (@Nullable String trouble = part.trouble(); trouble != null; trouble = part.trouble()) {
      if (Instant.now().isAfter(until)) {
        throw late(part, trouble);
      }
      wait(pause); // nobody notifies: it is the pause between two tries
      pause = Math.min(pause * 2, LAST_PAUSE_MILLIS);
    }
  }

  private StartFailure late(Part part, String trouble) {
    String name = part.service().name();
    return new StartFailure(
        "Service '%s' was not ready again %s after an outage.%n"
                .formatted(name, Messages.time(BOUND))
            + "%s.%n".formatted(trouble)
            + "Log: %s%n".formatted(logs.apply(name))
            + "Have the service come back by itself when what it needs is back.");
  }
}
