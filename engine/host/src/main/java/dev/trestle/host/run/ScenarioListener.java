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

  /** Tells two. */
  static ScenarioListener both(ScenarioListener first, ScenarioListener second) {
    return new ScenarioListener() {
      @Override
      public void started(String file) {
        first.started(file);
        second.started(file);
      }

      @Override
      public void finished(String file, String testCaseId, ScenarioResult result) {
        first.finished(file, testCaseId, result);
        second.finished(file, testCaseId, result);
      }
    };
  }
}
