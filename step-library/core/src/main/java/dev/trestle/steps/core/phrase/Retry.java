package dev.trestle.steps.core.phrase;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Tries an action on the scenario's own thread until it passes or a bound is over. */
final class Retry {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final AllureParts.Action action;
  private final AllureParts.Mark mark = AllureParts.mark();
  private @Nullable Throwable last;
  private int tries;

  private Retry(AllureParts.Action action) {
    this.action = action;
  }

  /** Throws the last failure, with the number of tries and the time, when the bound is over. */
  static void within(Duration bound, AllureParts.Action action) throws Throwable {
    Retry retry = new Retry(action);
    long start = System.nanoTime();
    if (bound.isZero()) {
      retry.attempt();
    } else {
      retry.untilOver(bound);
    }
    if (retry.last != null) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      throw retry.failure(retry.last, bound, took);
    }
  }

  private void untilOver(Duration bound) {
    try {
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval((count, previous) -> pause(previous))
          .atMost(bound)
          .until(this::attempt);
    } catch (ConditionTimeoutException e) {
      // The last failure says more.
      return;
    }
  }

  private static Duration pause(Duration previous) {
    if (previous.isZero()) {
      return FIRST_PAUSE;
    }
    Duration next = previous.multipliedBy(3).dividedBy(2);
    return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }

  /** Whether it is over: the action passed, or trying again cannot help. */
  private boolean attempt() {
    AllureParts.forgetSince(mark);
    tries++;
    try {
      action.run();
      last = null;
      return true;
    } catch (Throwable failure) {
      // Any failure counts: a service that is not up yet refuses connections.
      last = failure;
      return isFinal(failure);
    }
  }

  private static boolean isFinal(Throwable failure) {
    return Signals.isSignal(failure) || (failure instanceof Told told && told.definite());
  }

  private Throwable failure(Throwable failure, Duration bound, Duration took) {
    if (isFinal(failure)) {
      return failure;
    }
    boolean placed = failure instanceof Told told && told.placed();
    String message =
        Told.message(failure)
            + "\nIt did not hold within "
            + DurationType.written(bound)
            + ": "
            + tries
            + (tries == 1 ? " try in " : " tries in ")
            + DurationType.written(took)
            + ".";
    return Told.of(failure, message, placed);
  }
}
