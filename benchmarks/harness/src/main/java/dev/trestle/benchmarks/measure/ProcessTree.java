package dev.trestle.benchmarks.measure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process and its descendants. It leads a session of its own, so that a descendant is known even
 * after its parent is gone.
 */
final class ProcessTree {

  private final long root;
  private final Set<Long> strangers = new HashSet<>();
  private final Map<Long, ProcessStat> living = new HashMap<>();
  private final Map<Long, Long> orphans = new HashMap<>();

  ProcessTree(long root) {
    this.root = root;
  }

  /** Looks at who lives, and gives them. */
  List<ProcessStat> look() {
    List<Long> pids = Proc.pids();
    strangers.retainAll(new HashSet<>(pids));
    Map<Long, ProcessStat> found = new HashMap<>();
    for (long pid : pids) {
      if (!strangers.contains(pid)) {
        Proc.stat(pid).ifPresent(stat -> sort(stat, found));
      }
    }
    living.clear();
    living.putAll(found);
    living.values().forEach(this::adopt);
    return List.copyOf(living.values());
  }

  private void sort(ProcessStat stat, Map<Long, ProcessStat> found) {
    if (stat.zombie()) {
      return;
    }
    if (stat.pid() == root || stat.session() == root || living.containsKey(stat.parent())) {
      found.put(stat.pid(), stat);
    } else {
      strangers.add(stat.pid());
    }
  }

  /** A descendant whose parent is gone is waited for by nobody of the tree. */
  private void adopt(ProcessStat stat) {
    if (stat.pid() != root && !living.containsKey(stat.parent())) {
      orphans.put(stat.pid(), stat.own() + stat.reaped());
    }
  }

  /** Ticks of CPU of the descendants that outlived their parents, as of their last look. */
  long orphanedTicks() {
    return orphans.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Kills who lives, children of the killed included. */
  void kill() {
    for (ProcessStat stat : look()) {
      ProcessHandle.of(stat.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
