package dev.trestle.host.container;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks an engine that may hang without letting the caller hang, too: its client waits for an answer
 * without end.
 */
final class Bounded {

  private Bounded() {}

  /**
   * Does something on a thread of its own.
   *
   * @param bound how long it may take
   * @param work what is done
   * @param late gives the result when it takes longer
   * @return its result
   */
  static <T> T get(Duration bound, Callable<T> work, Supplier<T> late) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "engine-bounded");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return late.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return late.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
