package dev.trestle.host.server;

import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Waits for things to become true. */
final class Waiting {

  private static final Duration BOUND = Duration.ofSeconds(60);

  private Waiting() {}

  /** Waits until there is a value. */
  static <T> T until(Supplier<@Nullable T> value, String what) {
    return Awaitility.await(what)
        .atMost(BOUND)
        .pollInterval(Duration.ofMillis(50))
        .until(value::get, found -> found != null);
  }

  /** Waits until something holds. */
  static void untilTrue(Supplier<Boolean> condition, String what) {
    Awaitility.await(what).atMost(BOUND).pollInterval(Duration.ofMillis(50)).until(condition::get);
  }
}
