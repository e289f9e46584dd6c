package dev.trestle.host.mutate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an earlier mutation can be gone on with.
 *
 * @param recording its recording, empty when a new one is needed
 * @param tries what it tried, by the mutants' ids
 * @param told what is done, and why
 */
record Resumption(Optional<Recording> recording, Map<String, List<Try>> tries, String told) {

  /**
   * Decides what is done.
   *
   * @param wanted whether earlier results are wanted at all
   * @param state what an earlier mutation left
   * @param origin what a recording would be made of now
   */
  static Resumption of(
      boolean wanted, Optional<StateFile.State> state, Map<String, String> origin) {
    if (!wanted) {
      return anew("a new recording, as asked for");
    }
    if (state.isEmpty()) {
      return anew("a new recording, since there is none to go on with");
    }
    Recording earlier = state.get().recording();
    List<String> changes = Origin.changes(earlier.origin(), origin);
    if (!changes.isEmpty()) {
      return anew("a new recording, since these changed: " + String.join(", ", changes));
    }
    return new Resumption(
        Optional.of(earlier),
        state.get().tries(),
        "goes on with the recording and the results of an earlier run");
  }

  private static Resumption anew(String told) {
    return new Resumption(Optional.empty(), Map.of(), told);
  }
}
