package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults in force, and the latest of those that have ended. Safe for use by many threads; costs
 * nothing where there is none.
 */
final class Faults {

  /** How many ended faults are remembered, to tell what other scenarios had. */
  private static final int MOST_ENDED = 200;

  private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final Deque<FaultRule> ended = new ArrayDeque<>();

  void add(Fault fault) {
    rules.add(new FaultRule(fault, true));
  }

  /** Adds one that lasts as long as its scenario, whatever the scenario lifts. */
  void addForGood(Fault fault) {
    rules.add(new FaultRule(fault, false));
  }

  /** Ends those of a scenario and says what they were. */
  List<FaultRule> end(String traceId) {
    List<FaultRule> gone = of(traceId);
    rules.removeAll(gone);
    gone.forEach(FaultRule::end);
    synchronized (ended) {
      ended.addAll(gone);
      while (ended.size() > MOST_ENDED) {
        ended.remove();
      }
    }
    return gone;
  }

  /** Those of a scenario by now, also lifted ones. */
  List<FaultRule> of(String traceId) {
    return rules.stream().filter(rule -> rule.isOf(traceId)).toList();
  }

  /**
   * Those that other scenarios had.
   *
   * @param traceId the scenario that is not meant
   * @param consumers the services whose calls they break
   * @param nanos the time of {@link System#nanoTime} after which they were in force
   */
  List<FaultRule> ofOthers(String traceId, Set<String> consumers, long nanos) {
    List<FaultRule> all = new CopyOnWriteArrayList<>();
    synchronized (ended) {
      all.addAll(ended);
    }
    all.addAll(rules);
    return all.stream()
        .filter(rule -> !rule.isOf(traceId) && rule.isOfScenario())
        .filter(rule -> consumers.contains(rule.fault().consumer()))
        .filter(rule -> rule.wasInForceAfter(nanos))
        .toList();
  }

  /** Ends those of a scenario on one edge. */
  void lift(Fault.Lifted lifted) {
    rules.forEach(rule -> rule.lift(lifted));
  }

  /** Ends all whose scenario is not one of these. */
  void keep(Predicate<String> traceIds) {
    rules.removeIf(rule -> !traceIds.test(rule.fault().traceId()));
    synchronized (ended) {
      ended.clear();
    }
  }

  /**
   * The fault for a request, which counts for every fault that it fits. The newest one that has
   * something to do wins.
   */
  Optional<Fault.Effect> take(Exchange exchange) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    @Nullable FaultRule found = null;
    for (FaultRule rule : rules) {
      if (rule.isDueFor(exchange)) {
        found = rule;
      }
    }
    return found == null ? Optional.empty() : Optional.of(found.use());
  }

  /** An exchange is over; a fault that had nothing to change learns of it. */
  void ended(Exchange exchange) {
    for (FaultRule rule : rules) {
      if (exchange.wasLeftBy(rule.fault().effect())) {
        rule.left(exchange.whyUnchanged());
      }
    }
  }
}
