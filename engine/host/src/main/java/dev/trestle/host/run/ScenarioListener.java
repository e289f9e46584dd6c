package dev.trestle.host.run;

import dev.trestle.protocol.ScenarioResult;

/** Hears of scenarios as they begin and end. */
interface ScenarioListener {

  /** A scenario of a feature file began. */
  void started(String file);

  /**
   * A scenario ended.
   *
   * @param file the feature file
   * @param testCaseId the identity within the run
   * @param result how it went
   */
  void finished(String file, String testCaseId, ScenarioResult result);
}
