package dev.trestle.protocol;

import java.util.List;

/**
 * What the host says when a scenario ends.
 *
 * @param faults the faults of the scenario, one line each, with how often each was used
 * @param contracts what of its interactions is not as a document says, some lines each
 */
public record ScenarioEnd(List<String> faults, List<String> contracts) {}
