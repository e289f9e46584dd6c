package dev.trestle.steps.core.copies;

import dev.trestle.steps.core.StepFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets copies do the same at the same moment, each on its own thread and in its own scope. */
public final class AtOnce {

  private static final Duration BOUND = Duration.ofMinutes(5);
  private static final long GATHER_SECONDS = 30;

  private AtOnce() {}

  /** What each copy does. */
  @FunctionalInterface
  public interface Task {

    /** Does it for one copy; may throw whatever a step may throw. */
    void run(Copy copy) throws Throwable;
  }

  /** Runs a task for each of these copies, and returns what those threw that failed. */
  public static Map<Copy, Throwable> run(List<Copy> copies, Task task) {
    if (copies.isEmpty()) {
      return Map.of();
    }
    CyclicBarrier start = new CyclicBarrier(copies.size());
    Map<Copy, Future<Optional<Throwable>>> running = new LinkedHashMap<>();
    for (Copy copy : copies) {
      running.put(copy, copy.submit(() -> failure(copy, start, task)));
    }
    try {
      return await(running);
    } finally {
      running.values().forEach(future -> future.cancel(true));
    }
  }

  private static Optional<Throwable> failure(Copy copy, CyclicBarrier start, Task task) {
    try {
      start.await(GATHER_SECONDS, TimeUnit.SECONDS);
      copy.scope().bound(() -> task.run(copy));
      return Optional.empty();
    } catch (Throwable failure) {
      // Whatever a step throws is the copy's outcome.
      return Optional.of(failure);
    }
  }

  private static Map<Copy, Throwable> await(Map<Copy, Future<Optional<Throwable>>> running) {
    long until = System.nanoTime() + BOUND.toNanos();
    Map<Copy, Throwable> failures = new LinkedHashMap<>();
    List<Copy> unfinished = new ArrayList<>();
    for (Map.Entry<Copy, Future<Optional<Throwable>>> entry : running.entrySet()) {
      Copy copy = entry.getKey();
      try {
        entry
            .getValue()
            .get(until - System.nanoTime(), TimeUnit.NANOSECONDS)
            .ifPresent(failure -> failures.put(copy, failure));
      } catch (ExecutionException e) {
        failures.put(copy, e);
      } catch (TimeoutException e) {
        unfinished.add(copy);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        unfinished.add(copy);
      }
    }
    if (!unfinished.isEmpty()) {
      throw StepFailure.of(unfinished.size() + " of " + running.size() + " did not come to an end.")
          .evidence("After " + BOUND.toMinutes() + " min these still ran: " + unfinished + ".")
          .fix("Give each step that waits a bound, or let fewer act at once.");
    }
    return failures;
  }
}
