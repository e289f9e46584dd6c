package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The faults in force. Safe for use by many threads. */
final class Faults {

  private final List<Rule> rules = new ArrayList<>();

  synchronized void add(Fault fault) {
    rules.add(new Rule(fault));
  }

  synchronized void end(String traceId) {
    rules.removeIf(rule -> rule.fault.traceId().equals(traceId));
  }

  /** The newest fault that fits wins; one that is used up fits no more. */
  synchronized Optional<Fault.Effect> take(Edge edge, String traceId, String method, String path) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      if (rule.fits(edge, traceId, method, path)) {
        rule.used++;
        return Optional.of(rule.fault.effect());
      }
    }
    return Optional.empty();
  }

  private static final class Rule {

    private final Fault fault;
    private final Pattern path;
    private int used;

    Rule(Fault fault) {
      this.fault = fault;
      this.path = Pattern.compile(fault.pathPattern() == null ? ".*" : fault.pathPattern());
    }

    boolean fits(Edge edge, String traceId, String method, String requested) {
      return fault.traceId().equals(traceId)
          && fault.consumer().equals(edge.consumer())
          && fault.provider().equals(edge.provider())
          && (fault.method() == null || fault.method().equalsIgnoreCase(method))
          && (fault.times() <= 0 || used < fault.times())
          && path.matcher(requested).matches();
    }
  }
}
