package dev.trestle.protocol;

import java.util.Locale;
import java.util.UUID;

/**
 * The trace ids of scenarios, 32 lower-case hexadecimal digits each. All begin alike, so that a
 * trace which a service began itself is known as no scenario's without anyone being asked. What is
 * random lies on the right, as https://www.w3.org/TR/trace-context-2/#trace-id wants it.
 */
public final class ScenarioTrace {

  /** What the trace id of each scenario begins with. */
  public static final String BEGIN = "7e57ca5e";

  private static final int MARK = 8;
  private static final int MARK_LENGTH = 6;

  private ScenarioTrace() {}

  /** One that nobody has, of no run. */
  public static String random() {
    return BEGIN + digits().substring(BEGIN.length());
  }

  /**
   * One that nobody has.
   *
   * @param mark the mark of its run; empty for none
   */
  public static String random(String mark) {
    return BEGIN + mark + digits().substring(BEGIN.length() + mark.length());
  }

  /**
   * The mark of a run, which the trace ids of its scenarios have in common: eight hexadecimal
   * digits.
   *
   * @param text a text that no other run has
   */
  public static String mark(String text) {
    return ScenarioIdentity.hash(text).substring(0, MARK);
  }

  /**
   * Whether a trace id is that of a scenario of a run.
   *
   * @param traceId any trace id
   * @param mark the run's mark; every scenario belongs to an empty one
   */
  public static boolean isOf(String traceId, String mark) {
    return isOne(traceId) && traceId.startsWith(mark, BEGIN.length());
  }

  /**
   * The one of a scenario in a run that must know it beforehand.
   *
   * @param traces the run's own text
   * @param hash the identity's {@link ScenarioIdentity#hash}
   */
  public static String of(String traces, String hash) {
    String made = ScenarioIdentity.hash(traces + " " + hash);
    return BEGIN + mark(traces) + made.substring(BEGIN.length() + MARK);
  }

  /** Whether a trace id is a scenario's. */
  public static boolean isOne(String traceId) {
    return traceId.startsWith(BEGIN);
  }

  private static String digits() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /**
   * What every alias of a scenario ends in, unique to it, so that the host knows names of a
   * scenario in addresses: 6 lower-case letters and digits.
   */
  public static String aliasMark(String traceId) {
    String digits =
        Long.toUnsignedString(
            Long.parseUnsignedLong(traceId.substring(16), 16), Character.MAX_RADIX);
    String padded = "0".repeat(MARK_LENGTH) + digits.toLowerCase(Locale.ROOT);
    return padded.substring(padded.length() - MARK_LENGTH);
  }
}
