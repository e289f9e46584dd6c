package dev.trestle.host.session;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes together with everything that they started. */
public final class ProcessTree {

  private static final Duration AFTER_KILL = Duration.ofSeconds(3);
  private static final Duration ORPHANS = Duration.ofSeconds(1);

  private ProcessTree() {}

  /**
   * Asks processes to end, then what is left of their descendants, and kills what does not in time.
   *
   * @param roots the processes
   * @param grace how long they may take
   */
  public static void end(Collection<ProcessHandle> roots, Duration grace) {
    Set<ProcessHandle> tree = withDescendants(roots);
    roots.forEach(ProcessHandle::destroy);
    boolean ended = await(roots, grace);
    tree.addAll(withDescendants(roots));
    if (ended) {
      alive(tree).forEach(ProcessHandle::destroy);
      await(tree, ORPHANS);
    }
    kill(tree);
  }

  /**
   * Kills processes and their descendants without asking.
   *
   * @param roots the processes
   */
  public static void kill(Collection<ProcessHandle> roots) {
    Set<ProcessHandle> tree = withDescendants(roots);
    tree.forEach(ProcessHandle::destroyForcibly);
    await(tree, AFTER_KILL);
  }

  private static Set<ProcessHandle> withDescendants(Collection<ProcessHandle> roots) {
    Set<ProcessHandle> tree = new LinkedHashSet<>(alive(roots));
    roots.forEach(root -> root.descendants().forEach(tree::add));
    return tree;
  }

  private static List<ProcessHandle> alive(Collection<ProcessHandle> processes) {
    return processes.stream().filter(ProcessHandle::isAlive).toList();
  }

  private static boolean await(Collection<ProcessHandle> processes, Duration bound) {
    CompletableFuture<?>[] exits =
        alive(processes).stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(exits).get(bound.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
