package dev.trestle.host.edge;

/**
 * How all connections of an edge are, whatever passes there.
 *
 * @param cut whether they are cut, and new ones too
 * @param delayMillis how much later what the provider says arrives, in milliseconds
 */
public record Condition(boolean cut, long delayMillis) {

  /** Nothing is done to them. */
  public static final Condition WELL = new Condition(false, 0);

  /** They are cut. */
  public static final Condition CUT = new Condition(true, 0);

  /** They are slow. */
  public static Condition slowedBy(long millis) {
    return new Condition(false, millis);
  }
}
