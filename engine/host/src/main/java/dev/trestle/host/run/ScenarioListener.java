package dev.trestle.host.run;

import dev.trestle.protocol.ScenarioResult;

/** Hears of scenarios as they begin and end. */
interface ScenarioListener {

  /** A scenario of a feature file began. */
  void started(String file);

  /** A scenario ended. */
  void finished(String file, ScenarioResult result);
}
