package dev.trestle.steps.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks of Then steps that held at their moment and must go on to hold, such as that a service
 * called another exactly once. Each is repeated without waiting before the scenario acts again,
 * since what comes after that may rightly change it, and at the scenario's end.
 */
final class KeptChecks {

  private final Map<Object, Kept> checks = new LinkedHashMap<>();
  private final List<CleanUps.Failure> failures = new ArrayList<>();
  private boolean outcomes;

  private record Kept(String what, ScenarioScope scope, String where, ScenarioScope.Action check) {}

  /** Says whether the steps from now on say what came out, as those after Then do. */
  synchronized void outcomes(boolean areOutcomes) {
    if (!areOutcomes) {
      acts();
    }
    outcomes = areOutcomes;
  }

  /** Keeps a check in place of one with an equal key; that of a Given or When is not kept. */
  synchronized void keep(String what, Object key, ScenarioScope scope, ScenarioScope.Action check) {
    if (outcomes) {
      checks.put(key, new Kept(what, scope, scope.where(), check));
    }
  }

  /** Repeats all checks and keeps them no longer, since the scenario goes on to do something. */
  synchronized void acts() {
    checks.values().forEach(this::repeat);
    checks.clear();
  }

  private void repeat(Kept kept) {
    String now = kept.scope().where();
    kept.scope().at(kept.where());
    try {
      kept.scope().bound(kept.check());
    } catch (Throwable e) { // Reported at the scenario's end.
      failures.add(new CleanUps.Failure(kept.what(), e));
    } finally {
      kept.scope().at(now);
    }
  }

  /** Repeats all checks and returns those that did not go on to hold. */
  synchronized List<CleanUps.Failure> end() {
    acts();
    return List.copyOf(failures);
  }
}
