package dev.trestle.protocol;

import dev.trestle.protocol.ScenarioResult.Status;
import java.util.Map;

/**
 * What a runner states as its last line, when Cucumber has come to its own end. A runner that ends
 * without it was killed, crashed or was ended by somebody's {@code System.exit}, whatever its exit
 * code.
 *
 * @param planned how many scenarios it was going to run
 * @param ended how many scenarios ended with each status, by the status's name
 */
public record RunnerEnd(int planned, Map<String, Long> ended) {

  /** The name of the message's only field. */
  public static final String MESSAGE = "trestleEnd";

  /** Keeps an unmodifiable copy. */
  public RunnerEnd {
    ended = Map.copyOf(ended);
  }

  /** How many scenarios ended with a status. */
  public long ended(Status status) {
    return ended.getOrDefault(status.name(), 0L);
  }
}
