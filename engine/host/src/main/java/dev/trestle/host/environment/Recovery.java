package dev.trestle.host.environment;

import dev.trestle.protocol.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Waits until services are ready again after an outage. */
final class Recovery {

  static final Duration BOUND = Duration.ofSeconds(60);

  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LAST_PAUSE_MILLIS = 250;

  private final Collection<Part> parts;
  private final UnaryOperator<String> logs;
  private final String when;

  /**
   * The recovery of parts.
   *
   * @param logs the path of a service's log as a message shows it
   * @param when the occasion as a message names it, such as {@code after an outage}
   */
  Recovery(Collection<Part> parts, UnaryOperator<String> logs, String when) {
    this.parts = parts;
    this.logs = logs;
    this.when = when;
  }

  /**
   * Returns when nothing keeps any of them from being ready. All are asked at once: what a
   * container is asked takes its time.
   *
   * @throws StartFailure when one is not in time
   */
  void await() throws StartFailure, InterruptedException {
    Deadline until = Deadline.in(BOUND);
    List<Callable<Optional<StartFailure>>> waits = new ArrayList<>();
    parts.forEach(part -> waits.add(() -> await(part, until)));
    ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "recovery"));
    try {
      for (Future<Optional<StartFailure>> wait : threads.invokeAll(waits)) {
        Optional<StartFailure> failure = wait.get();
        if (failure.isPresent()) {
          throw failure.get();
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private Optional<StartFailure> await(Part part, Deadline until) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    for (@Nullable String trouble = part.trouble(); trouble != null; trouble = part.trouble()) {
      if (until.isOver()) {
        return Optional.of(late(part, trouble));
      }
      hold(pause);
      pause = Math.min(pause * 2, LAST_PAUSE_MILLIS);
    }
    return Optional.empty();
  }

  /** The pause between two tries; nobody notifies. */
  private synchronized void hold(long millis) throws InterruptedException {
    wait(millis);
  }

  private StartFailure late(Part part, String trouble) {
    String name = part.service().name();
    return new StartFailure(
        "Service '%s' was not ready again within %s %s.%n"
                .formatted(name, Messages.time(BOUND), when)
            + "%s.%n".formatted(trouble)
            + "Log: %s%n".formatted(logs.apply(name))
            + "Have the service come back by itself when what it needs is back.");
  }
}
