package dev.trestle.steps.core.allure;

import io.qameta.allure.util.ResultsUtils;

/**
 * What makes a scenario the same scenario from run to run: never a line number.
 *
 * @param file the feature file within the project
 * @param rule the rule's name, empty outside a rule
 * @param name the scenario's name as written, with its outline's parameters
 * @param example the example row's names and values, empty without one
 * @param occurrence 1, or more where the same file has all of the above once more
 */
record ScenarioIdentity(String file, String rule, String name, String example, int occurrence) {

  /** The id of the scenario, the same for all rows of an outline. */
  String testCaseId() {
    return ResultsUtils.md5(String.join("\n", file, rule, name));
  }

  /** The id of the scenario with its example, by which history is kept. */
  String historyId() {
    String again = occurrence > 1 ? "\n" + occurrence : "";
    return ResultsUtils.md5(String.join("\n", file, rule, name, example) + again);
  }
}
