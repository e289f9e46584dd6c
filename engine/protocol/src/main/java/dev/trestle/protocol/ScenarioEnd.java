package dev.trestle.protocol;

import java.util.List;

/**
 * What the host says when a scenario ends.
 *
 * @param faults the faults of the scenario, one line each, with how often each was used
 * @param contracts what of its interactions is not as a document says, some lines each
 * @param unused a whole message for each fault that met no call or changed nothing
 * @param unusedFails whether an unused fault makes the scenario fail
 */
public record ScenarioEnd(
    List<String> faults, List<String> contracts, List<String> unused, boolean unusedFails) {

  /** Keeps unmodifiable copies. */
  public ScenarioEnd {
    faults = List.copyOf(faults);
    contracts = List.copyOf(contracts);
    unused = List.copyOf(unused);
  }

  /** The end of a scenario whose faults were all used. */
  public ScenarioEnd(List<String> faults, List<String> contracts) {
    this(faults, contracts, List.of(), false);
  }
}
