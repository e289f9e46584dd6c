package dev.trestle.host.environment;

import dev.trestle.host.compose.Dependency;
import dev.trestle.host.compose.DependencyCondition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Starts parts in parallel, each when what it depends on is as it wants it. */
final class Startup {

  private static final long END_SECONDS = 10;

  private record Progress(CompletableFuture<Void> started, CompletableFuture<Void> ready) {}

  private final List<Part> parts;
  private final EnvironmentListener listener;
  private final DeathWatch deaths;
  private final Map<String, Progress> progress = new LinkedHashMap<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  Startup(List<Part> parts, EnvironmentListener listener, DeathWatch deaths) {
    this.parts = parts.stream().sorted(Comparator.comparing(Part::startMillis).reversed()).toList();
    this.listener = listener;
    this.deaths = deaths;
    parts.forEach(part -> progress.put(part.service().name(), pending()));
  }

  /**
   * Starts all parts; returns when the last is ready, or the first has failed.
   *
   * @throws StartFailure of the first part that failed
   */
  void run() throws StartFailure, InterruptedException {
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "start");
              thread.setDaemon(true);
              return thread;
            });
    try {
      parts.forEach(part -> threads.execute(() -> start(part)));
      CompletableFuture<Void> unused =
          CompletableFuture.allOf(
                  progress.values().stream().map(Progress::ready).toArray(CompletableFuture[]::new))
              .thenRun(() -> end.complete(null));
      end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StartFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
      if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        end.cancel(false);
      }
    }
  }

  private void start(Part part) {
    String name = part.service().name();
    Progress own = progressOf(name);
    try {
      part.prepare();
      awaitDependencies(part);
      listener.starting(name);
      long began = System.nanoTime();
      part.start();
      own.started().complete(null);
      part.awaitReady();
      deaths.watch(part, end);
      listener.ready(name, (System.nanoTime() - began) / 1_000_000);
      own.ready().complete(null);
    } catch (StartFailure | RuntimeException | Error e) { // else the start would wait for ever
      end.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitDependencies(Part part) throws InterruptedException {
    for (Map.Entry<String, Dependency> dependency : part.service().dependsOn().entrySet()) {
      if (progress.containsKey(dependency.getKey())) {
        Progress other = progressOf(dependency.getKey());
        boolean startedIsEnough =
            dependency.getValue().condition() == DependencyCondition.SERVICE_STARTED;
        await(startedIsEnough ? other.started() : other.ready());
      }
    }
  }

  /** Nothing fails these: the first failure ends the start and interrupts who waits. */
  private static void await(CompletableFuture<Void> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Progress progressOf(String name) {
    Progress known = progress.get(name);
    if (known == null) {
      throw new IllegalStateException("Service '" + name + "' is not part of the start.");
    }
    return known;
  }

  private static Progress pending() {
    return new Progress(new CompletableFuture<>(), new CompletableFuture<>());
  }
}
