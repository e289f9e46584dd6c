package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault of which is counted how often it changed something. Safe for use by many threads. */
public final class Trial {

  private final Fault fault;
  private final AtomicInteger met = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();

  Trial(Fault fault) {
    this.fault = fault;
  }

  /** How many interactions it was meant for by now. */
  public int met() {
    return met.get();
  }

  /** How many of them it changed. */
  public int changed() {
    return met.get() - left.get();
  }

  /** A fault was taken, which may be another one of the scenario; a late answer counts at once. */
  void begun(Fault.Effect effect) {
    if (effect == fault.effect()) {
      met.incrementAndGet();
    }
  }

  void ended(Exchange exchange) {
    if (exchange.wasLeftBy(fault.effect())) {
      left.incrementAndGet();
    }
  }
}
