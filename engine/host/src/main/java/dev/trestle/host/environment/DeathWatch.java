package dev.trestle.host.environment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Notices services that end unasked. */
final class DeathWatch {

  private static final int LAST_LINES = 15;

  private final Map<String, LogFile> logs;
  private final Function<LogFile, String> shown;
  private final Consumer<ServiceDeath> listener;
  private final List<ServiceDeath> deaths = new ArrayList<>();
  private final Set<Process> expected = new HashSet<>();
  private boolean over;

  DeathWatch(
      Map<String, LogFile> logs, Function<LogFile, String> shown, Consumer<ServiceDeath> listener) {
    this.logs = logs;
    this.shown = shown;
    this.listener = listener;
  }

  /** Watches a part that is ready; its death ends a start that is still going on. */
  void watch(Part part, CompletableFuture<Void> start) {
    String name = part.service().name();
    part.process().ifPresent(process -> watch(part, name, process, start));
  }

  /** Watches a part that is ready again when all others have been for long. */
  void watchLater(Part part) {
    watch(part, CompletableFuture.completedFuture(null));
  }

  private void watch(Part part, String name, Process process, CompletableFuture<Void> start) {
    CompletableFuture<Void> unused =
        process.onExit().thenAccept(ended -> died(part, name, ended, start));
  }

  /** From now on services end because they are asked to. */
  synchronized void end() {
    over = true;
  }

  /** The part ends because it is asked to. */
  synchronized void expect(Part part) {
    part.process().ifPresent(expected::add);
  }

  synchronized List<ServiceDeath> all() {
    return List.copyOf(deaths);
  }

  private void died(Part part, String name, Process process, CompletableFuture<Void> start) {
    LogFile log = logs.get(name);
    if (log == null || isExpected(process) || part.mayEndWith(process.exitValue())) {
      return;
    }
    log.awaitEnd();
    ServiceDeath death =
        new ServiceDeath(
            name,
            process.exitValue(),
            part.explained(process.exitValue()),
            log.last(LAST_LINES),
            shown.apply(log));
    synchronized (this) {
      deaths.add(death);
    }
    if (!start.completeExceptionally(new StartFailure(death.message()))) {
      listener.accept(death);
    }
  }

  private synchronized boolean isExpected(Process process) {
    return over || expected.contains(process);
  }
}
