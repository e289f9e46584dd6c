package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Faults that are there before their scenario begins, one for a scenario, each with a count of what
 * it changes. Safe for use by many threads.
 */
public final class Trials {

  private final Faults faults;
  private final Map<String, Trial> trials = new ConcurrentHashMap<>();

  Trials(Faults faults) {
    this.faults = faults;
  }

  /** Adds a fault for a scenario that is still to begin, and counts what it changes. */
  public Trial begin(Fault fault) {
    Trial trial = new Trial(fault);
    trials.put(fault.traceId(), trial);
    faults.addForGood(fault);
    return trial;
  }

  /** Ends all of them, also those whose scenario never ended. */
  public void end() {
    trials.keySet().forEach(faults::end);
    trials.clear();
  }

  /** A fault was taken for an exchange. */
  void begun(String traceId, Fault.Effect effect) {
    Trial trial = trials.get(traceId);
    if (trial != null) {
      trial.begun(effect);
    }
  }

  void ended(Exchange exchange) {
    Trial trial = trials.get(exchange.traceId());
    if (trial != null) {
      trial.ended(exchange);
    }
  }
}
