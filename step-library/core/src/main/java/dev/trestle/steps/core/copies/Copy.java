package dev.trestle.steps.core.copies;

import dev.trestle.steps.core.ScenarioScope;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One of several that act at once: a scope and a thread of its own until the scenario's end. */
public final class Copy {

  private final int number;
  private final String name;
  private final ScenarioScope scope;
  private final ExecutorService thread;
  private volatile @Nullable Throwable failure;

  Copy(int number, String name, ScenarioScope whole) {
    this.number = number;
    this.name = name;
    this.scope = whole.copy(number);
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "trestle-copy-" + number);
              made.setDaemon(true);
              return made;
            });
    whole.onEnd("end " + name, thread::shutdownNow);
  }

  /** Its number, from 1. */
  public int number() {
    return number;
  }

  /** Its own scope. */
  public ScenarioScope scope() {
    return scope;
  }

  /** What went wrong with it, empty as long as nothing did. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Counts it to those that something went wrong with. */
  public void fail(Throwable cause) {
    failure = cause;
  }

  /** Starts something on its thread. */
  <T> Future<T> submit(Callable<T> task) {
    return thread.submit(task);
  }

  /** As a report names it, such as {@code 3 of 20 shoppers}. */
  @Override
  public String toString() {
    return name;
  }
}
