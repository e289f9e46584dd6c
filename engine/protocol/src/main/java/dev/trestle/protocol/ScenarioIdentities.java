package dev.trestle.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every scenario of a run its identity, in the order in which Cucumber names them: file by
 * file, from the first line to the last. Host and runner do so each for itself and agree.
 */
public final class ScenarioIdentities {

  private final Map<String, Integer> seen = new HashMap<>();
  private String file = "";

  /** Identities of a run whose scenarios are not named yet. */
  public ScenarioIdentities() {}

  /**
   * The identity of the next scenario; where a file has the same once more, it is counted.
   *
   * @param file the feature file, relative to the project's folder, with forward slashes
   * @param rule the rule's name, empty for none
   * @param name the scenario's name
   * @param examples the values of the example row, empty for none
   */
  public synchronized String next(String file, String rule, String name, List<String> examples) {
    if (!file.equals(this.file)) {
      this.file = file;
      seen.clear();
    }
    String identity = ScenarioIdentity.of(file, rule, name, examples);
    int occurrence = seen.merge(identity, 1, Integer::sum);
    return occurrence == 1 ? identity : identity + " › #" + occurrence;
  }
}
