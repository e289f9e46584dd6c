package dev.trestle.host.edge;

import java.util.List;
import java.util.Map;

/**
 * Which edges a run exercised and which failures of each it tried, for tools.
 *
 * @param edges every edge of the environment
 * @param lost calls without a trace id that could be any scenario's: the consumer has dropped it
 */
public record InteractionReport(List<Edge> edges, List<Lost> lost) {

  /**
   * One edge.
   *
   * @param consumer who calls
   * @param provider who is called
   * @param kind {@code HTTP} or {@code TCP}
   * @param count the number of interactions
   * @param outcomes scenarios by outcome: {@code exercised}, {@code slow}, {@code timed-out},
   *     {@code refused}, {@code error-status}, {@code malformed}, {@code unauthorized}
   * @param operations what was called
   */
  public record Edge(
      String consumer,
      String provider,
      String kind,
      int count,
      Map<String, List<String>> outcomes,
      List<Operation> operations) {}

  /**
   * An operation that was called.
   *
   * @param operation method and path template
   * @param count how often
   */
  public record Operation(String operation, int count) {}

  /**
   * Calls that are no scenario's.
   *
   * @param consumer who called, and dropped the trace
   * @param provider who was called
   * @param operation method and path template
   * @param count how often
   */
  public record Lost(String consumer, String provider, String operation, int count) {

    /** The same, so often. */
    public Lost counted(int times) {
      return new Lost(consumer, provider, operation, times);
    }
  }
}
