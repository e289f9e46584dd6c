package dev.trestle.host.edge;

import dev.trestle.protocol.ContractResult;
import java.util.List;
import java.util.Map;

/**
 * Which edges a run exercised and which failures of each it tried, for tools.
 *
 * @param edges every edge of the environment, those of the test when they were used
 * @param lost calls without a trace id that could be any scenario's: the consumer has dropped it
 * @param services every service of the environment
 * @param scenarios the scenarios' names by location, {@code file.feature:line}
 * @param coverage how many cells there are, and which are empty
 * @param contracts what of it is not as the documents of the providers say
 */
public record InteractionReport(
    List<Edge> edges,
    List<Lost> lost,
    List<Service> services,
    Map<String, String> scenarios,
    Cells coverage,
    ContractResult contracts) {

  /** The same with what was found by documents. */
  InteractionReport with(ContractResult found) {
    return new InteractionReport(edges, lost, services, scenarios, coverage, found);
  }

  /**
   * One edge.
   *
   * @param consumer who calls
   * @param provider who is called
   * @param kind {@code HTTP} or {@code TCP}
   * @param observed whether it has a proxy; without one it is only told of
   * @param count the number of interactions
   * @param applicable the outcomes that a run should see: its cells
   * @param outcomes scenarios' locations by outcome: {@code exercised}, {@code slow}, {@code
   *     timed-out}, {@code refused}, {@code error-status}, {@code malformed}, {@code unauthorized},
   *     {@code contract-checked}
   * @param unattributed outcomes that were also seen without knowing in which scenario
   * @param operations what was called
   */
  public record Edge(
      String consumer,
      String provider,
      String kind,
      boolean observed,
      int count,
      List<String> applicable,
      Map<String, List<String>> outcomes,
      List<String> unattributed,
      List<Operation> operations) {}

  /**
   * A service.
   *
   * @param name its name
   * @param kind {@code service}, {@code database}, {@code broker}, {@code mailbox} or {@code stub}
   * @param operations how many operations its OpenAPI document has, 0 without a document
   * @param neverCalled those of them that nobody called
   */
  public record Service(String name, String kind, int operations, List<String> neverCalled) {}

  /**
   * The cells of all edges.
   *
   * @param all how many there are
   * @param filled how many of them were seen
   * @param empty the others, such as {@code cart -> pricing: slow}
   */
  public record Cells(int all, int filled, List<String> empty) {}

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
