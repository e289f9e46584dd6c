package dev.trestle.host.run;

import dev.trestle.protocol.ScenarioResult;
import java.util.Map;

/** Hears of the plan and of each scenario once, when it has its state. */
interface ScenarioListener {

  /** It is known how many scenarios of each feature file will run. */
  void planned(Map<String, Integer> files);

  /**
   * A scenario has its state.
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
      public void planned(Map<String, Integer> files) {
        first.planned(files);
        second.planned(files);
      }

      @Override
      public void finished(String file, String testCaseId, ScenarioResult result) {
        first.finished(file, testCaseId, result);
        second.finished(file, testCaseId, result);
      }
    };
  }
}
