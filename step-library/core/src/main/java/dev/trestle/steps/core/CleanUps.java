package dev.trestle.steps.core;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** What a scenario undoes at its end, the last registered first. */
final class CleanUps {

  private final Deque<CleanUp> urgent = new ConcurrentLinkedDeque<>();
  private final Deque<CleanUp> actions = new ConcurrentLinkedDeque<>();

  private record CleanUp(String what, AutoCloseable action) {}

  /** A clean-up that failed. */
  record Failure(String what, Throwable cause) {}

  void add(String what, AutoCloseable action) {
    actions.push(new CleanUp(what, action));
  }

  /** Before those that are there and those that come. */
  void addFirst(String what, AutoCloseable action) {
    urgent.push(new CleanUp(what, action));
  }

  void addLast(String what, AutoCloseable action) {
    actions.addLast(new CleanUp(what, action));
  }

  /** Runs every action, also those that a running action registers, and returns the failed ones. */
  List<Failure> run() {
    List<Failure> failures = new ArrayList<>();
    for (CleanUp next = next(); next != null; next = next()) {
      try {
        next.action().close();
      } catch (Exception | AssertionError e) { // One failed clean-up must not keep back the others.
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        failures.add(new Failure(next.what(), e));
      }
    }
    return failures;
  }

  private @Nullable CleanUp next() {
    CleanUp first = urgent.poll();
    return first == null ? actions.poll() : first;
  }
}
