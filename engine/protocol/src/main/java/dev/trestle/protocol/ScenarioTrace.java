package dev.trestle.protocol;

import java.util.UUID;

/**
 * The trace ids of scenarios, 32 lower-case hexadecimal digits each. All begin alike, so that a
 * trace which a service began itself is known as no scenario's without anyone being asked. What is
 * random lies on the right, as https://www.w3.org/TR/trace-context-2/#trace-id wants it.
 */
public final class ScenarioTrace {

  /** What the trace id of each scenario begins with. */
  public static final String BEGIN = "7e57ca5e";

  private ScenarioTrace() {}

  /** One that nobody has. */
  public static String random() {
    return marked(UUID.randomUUID().toString().replace("-", ""));
  }

  /**
   * The one of a scenario in a run that must know it beforehand.
   *
   * @param traces the run's own text
   * @param hash the identity's {@link ScenarioIdentity#hash}
   */
  public static String of(String traces, String hash) {
    return marked(ScenarioIdentity.hash(traces + " " + hash));
  }

  /** Whether a trace id is a scenario's. */
  public static boolean isOne(String traceId) {
    return traceId.startsWith(BEGIN);
  }

  private static String marked(String digits) {
    return BEGIN + digits.substring(BEGIN.length());
  }
}
