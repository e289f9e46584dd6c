package dev.trestle.host.edge;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The trace ids of the scenarios that run, as far as they have called anything. What a service does
 * without a trace id can only be the work of one of them.
 */
final class Scenarios {

  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /** A scenario calls. */
  void calls(String traceId) {
    running.add(traceId);
  }

  /** A scenario ends. */
  void ends(String traceId) {
    running.remove(traceId);
  }

  /** A run begins, and those of earlier ones run no more. */
  void clear() {
    running.clear();
  }

  /** Whether any runs. */
  boolean areRunning() {
    return !running.isEmpty();
  }

  /** The only one that runs, if there is one only. */
  Optional<String> only() {
    return running.size() == 1 ? running.stream().findFirst() : Optional.empty();
  }
}
