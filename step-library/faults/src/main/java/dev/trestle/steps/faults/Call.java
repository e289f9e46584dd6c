package dev.trestle.steps.faults;

import dev.trestle.protocol.CallPattern;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;

/** Reads the calls that a step means. */
final class Call {

  private Call() {}

  /** Reads a text of a step, placeholders resolved; it has a path. */
  static CallPattern of(String written, ScenarioScope scope) {
    CallPattern calls;
    try {
      calls = CallPattern.of(scope.resolve(written));
    } catch (IllegalArgumentException e) {
      throw unclear(written).causedBy(e);
    }
    if (calls.path() == null) {
      throw unclear(written);
    }
    return calls;
  }

  private static StepFailure unclear(String written) {
    return StepFailure.of("'" + written + "' does not say which calls are meant.")
        .evidence("It is neither a method and a path nor a path alone.")
        .fix("Write it as 'POST /reservations/*/commit', where * stands for one segment.");
  }
}
