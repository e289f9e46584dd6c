package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults in force. Safe for use by many threads; costs nothing where there is none. */
final class Faults {

  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  void add(Fault fault) {
    rules.add(new Rule(fault, true));
  }

  /** Adds one that lasts as long as its scenario, whatever the scenario lifts. */
  void addForGood(Fault fault) {
    rules.add(new Rule(fault, false));
  }

  /** Ends those of a scenario and says what they were. */
  List<String> end(String traceId) {
    return remove(rule -> rule.fault.traceId().equals(traceId));
  }

  /** Ends those of a scenario on one edge; they are told at the scenario's end no more. */
  void lift(Fault.Lifted lifted) {
    rules.forEach(rule -> rule.lifted = rule.lifted || rule.isMeant(lifted));
  }

  /** Ends all whose scenario is not one of these. */
  void keep(Predicate<String> traceIds) {
    remove(rule -> !traceIds.test(rule.fault.traceId()));
  }

  private List<String> remove(Predicate<Rule> gone) {
    List<Rule> removed = rules.stream().filter(gone).toList();
    rules.removeAll(removed);
    return removed.stream().map(Rule::toString).toList();
  }

  /**
   * The fault for a request, which counts for every fault that it fits. The newest one that has
   * something to do wins.
   */
  Optional<Fault.Effect> take(Exchange exchange) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    @Nullable Rule found = null;
    for (Rule rule : rules) {
      if (rule.fits(exchange) && rule.isDue()) {
        found = rule;
      }
    }
    return found == null ? Optional.empty() : Optional.of(found.use());
  }

  private static final class Rule {

    private final Fault fault;
    private final boolean liftable;
    private final Pattern path;
    private volatile boolean lifted;
    private int seen;
    private int used;

    Rule(Fault fault, boolean liftable) {
      this.fault = fault;
      this.liftable = liftable;
      this.path = Pattern.compile(fault.pathPattern() == null ? ".*" : fault.pathPattern());
    }

    boolean isMeant(Fault.Lifted by) {
      return liftable
          && fault.traceId().equals(by.traceId())
          && fault.consumer().equals(by.consumer())
          && fault.provider().equals(by.provider());
    }

    boolean fits(Exchange exchange) {
      Head request = exchange.request();
      String requested = request.pathAlone();
      return !lifted
          && fault.traceId().equals(exchange.traceId())
          && exchange.edge().isBetween(fault.consumer(), fault.provider())
          && (fault.method() == null || fault.method().equalsIgnoreCase(request.method()))
          && path.matcher(requested).matches();
    }

    /** Counts a request and says whether it is one of those that are changed. */
    synchronized boolean isDue() {
      seen++;
      return seen > fault.skipped()
          && (fault.times() <= 0 || seen <= (long) fault.skipped() + fault.times());
    }

    synchronized Fault.Effect use() {
      used++;
      return fault.effect();
    }

    @Override
    public synchronized String toString() {
      String calls = fault.method() == null ? "" : fault.method() + " ";
      String where = fault.pathPattern() == null ? "" : " for " + calls + fault.pathPattern();
      return "%s -> %s%s: %s; used %d time(s) in %d call(s)%s"
          .formatted(
              fault.consumer(),
              fault.provider(),
              where,
              Told.of(fault.effect()),
              used,
              seen,
              lifted ? ", then lifted" : "");
    }
  }
}
