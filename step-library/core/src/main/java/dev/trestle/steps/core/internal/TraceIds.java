package dev.trestle.steps.core.internal;

import dev.trestle.protocol.ScenarioTrace;
import org.jspecify.annotations.Nullable;

/**
 * The trace ids of scenarios: random, or made of their identity where the host has to know them
 * beforehand. Static, as Cucumber's plugins are.
 */
public final class TraceIds {

  private static final ThreadLocal<@Nullable String> STARTING = new ThreadLocal<>();

  private static volatile String mark = "";
  private static volatile String traces = "";

  private TraceIds() {}

  /**
   * Says what they are made of from now on.
   *
   * @param run the mark of the run, with which random ones begin
   * @param made what those of known scenarios are made of; empty for random ones
   */
  public static void use(String run, String made) {
    mark = run;
    traces = made;
  }

  /** A scenario whose identity has this hash starts on this thread. */
  public static void starting(String hash) {
    STARTING.set(hash);
  }

  /** The trace id of the scenario that starts on this thread. */
  public static String next() {
    String hash = STARTING.get();
    STARTING.remove();
    return traces.isEmpty() || hash == null
        ? ScenarioTrace.random(mark)
        : ScenarioTrace.of(traces, hash);
  }
}
