package dev.trestle.host.edge;

import dev.trestle.protocol.CallPattern;
import dev.trestle.protocol.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fault and what came of it. An exchange counts at its beginning, so that one in progress at the
 * scenario's end is not missed. Safe for use by many threads.
 */
final class FaultRule {

  private final Fault fault;
  private final boolean liftable;
  private final @Nullable CallPattern calls;
  private final long set = System.nanoTime();
  private final Map<String, Integer> unchanged = new LinkedHashMap<>();
  private boolean lifted;
  private long ended;
  private int seen;
  private int due;
  private int used;
  private int left;

  /**
   * A fault that begins now.
   *
   * @param liftable whether its scenario can end it before its own end
   * @throws IllegalArgumentException when the fault does not say which calls it means
   */
  FaultRule(Fault fault, boolean liftable) {
    this.fault = fault;
    this.liftable = liftable;
    this.calls = fault.calls() == null ? null : CallPattern.of(fault.calls());
  }

  Fault fault() {
    return fault;
  }

  /** When it was set, as {@link System#nanoTime} says. */
  long set() {
    return set;
  }

  /** Whether a scenario's step set it, so that the scenario has it for a reason. */
  boolean isOfScenario() {
    return liftable;
  }

  boolean isOf(String traceId) {
    return fault.traceId().equals(traceId);
  }

  /** Ends it when it is on the edge that is meant. */
  synchronized void lift(Fault.Lifted by) {
    if (liftable
        && !lifted
        && isOf(by.traceId())
        && fault.consumer().equals(by.consumer())
        && fault.provider().equals(by.provider())) {
      lifted = true;
      ended = System.nanoTime();
    }
  }

  /** Its scenario is over. */
  synchronized void end() {
    ended = lifted ? ended : System.nanoTime();
  }

  /** Whether it was in force at some time after another one, of {@link System#nanoTime}. */
  synchronized boolean wasInForceAfter(long nanos) {
    return ended == 0 || ended - nanos > 0;
  }

  /** Counts an exchange that it fits, and says whether it has something to do to it. */
  synchronized boolean isDueFor(Exchange exchange) {
    if (lifted || !isOf(exchange.traceId()) || !isOn(exchange) || misfit(exchange) != null) {
      return false;
    }
    seen++;
    boolean isDue =
        seen > fault.skipped()
            && (fault.times() <= 0 || seen <= (long) fault.skipped() + fault.times());
    due += isDue ? 1 : 0;
    return isDue;
  }

  synchronized Fault.Effect use() {
    used++;
    return fault.effect();
  }

  /** An exchange that it was used for is over, and had nothing to change. */
  synchronized void left(String why) {
    left++;
    unchanged.merge(why, 1, Integer::sum);
  }

  /** Whether no call that it means has come, or it could change none of them. */
  synchronized boolean isUnused() {
    return due == 0 || (used > 0 && left == used);
  }

  /** Whether it met calls and could change none of them. */
  synchronized boolean changedNothing() {
    return due > 0;
  }

  /** Why it could change nothing, with how often. */
  synchronized String whyUnchanged() {
    return unchanged.entrySet().stream()
        .map(each -> "  " + each.getValue() + " × " + each.getKey())
        .collect(Collectors.joining("\n"));
  }

  boolean isOn(Exchange exchange) {
    return exchange.edge().isBetween(fault.consumer(), fault.provider());
  }

  private @Nullable String misfit(Exchange exchange) {
    Head request = exchange.request();
    return calls == null ? null : calls.misfit(request.method(), request.path());
  }

  /** Why an exchange of its scenario on its edge did not count as one that it changes. */
  synchronized String whyNot(Exchange exchange) {
    if (exchange.traceId().isEmpty()) {
      return "it does not carry the scenario's trace id (traceparent)";
    }
    String misfit = misfit(exchange);
    if (misfit != null) {
      return misfit;
    }
    if (exchange.beganBefore(set)) {
      return "it came before the fault was set";
    }
    if (lifted && !exchange.beganBefore(ended)) {
      return "it came after the fault was lifted";
    }
    return fault.skipped() > 0
        ? "the fault begins with call " + (fault.skipped() + 1L)
        : "it came too early or too late";
  }

  /** Consumer, provider and which calls, such as {@code cart -> pricing for POST /quotes}. */
  String place() {
    return fault.consumer()
        + " -> "
        + fault.provider()
        + (fault.calls() == null ? "" : " for " + fault.calls())
        + range();
  }

  private String range() {
    String from = fault.skipped() > 0 ? " from call " + (fault.skipped() + 1L) + " on" : "";
    String first =
        fault.times() == 1 ? " the first time" : " the first " + fault.times() + " times";
    return from + (fault.times() > 0 ? first : "");
  }

  /** What it does, where, without what came of it. */
  String told() {
    return place() + ": " + Told.of(fault.effect());
  }

  @Override
  public synchronized String toString() {
    String nothing =
        unchanged.isEmpty()
            ? ""
            : "; nothing was changed in "
                + left
                + " of them: "
                + String.join(", ", unchanged.keySet());
    return "%s; used %d time(s) in %d call(s)%s%s"
        .formatted(told(), used, seen, nothing, lifted ? ", then lifted" : "");
  }
}
