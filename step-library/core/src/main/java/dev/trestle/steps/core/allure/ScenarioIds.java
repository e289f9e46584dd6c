package dev.trestle.steps.core.allure;

import dev.trestle.protocol.ScenarioIdentity;
import java.util.List;

/**
 * By what a scenario is known from run to run.
 *
 * @param historyId the hash of its identity, by which history is kept
 * @param testCaseId the same without the example, one for all rows of an outline
 * @param rule the rule's name, empty outside a rule
 */
record ScenarioIds(String historyId, String testCaseId, String rule) {

  /** The ids of a scenario with an identity, which is in a file and as written has a name. */
  static ScenarioIds of(String identity, String file, String rule, String name) {
    String testCase = ScenarioIdentity.of(file, rule, name, List.of());
    return new ScenarioIds(ScenarioIdentity.hash(identity), ScenarioIdentity.hash(testCase), rule);
  }
}
