package dev.trestle.protocol;

import java.util.List;

/**
 * The faults that could have to do with the failure of a scenario that still runs.
 *
 * @param own those of the scenario, one line each, with how often each was used
 * @param others those that other scenarios had at the same time on services that this one used, one
 *     line each
 */
public record FaultState(List<String> own, List<String> others) {

  /** Keeps unmodifiable copies. */
  public FaultState {
    own = List.copyOf(own);
    others = List.copyOf(others);
  }
}
