package dev.trestle.steps.auth;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.SideBySide;
import java.util.ArrayList;
import java.util.List;

/**
 * What a token says.
 *
 * @param token the token
 * @param scope the scenario's
 */
record Claims(Jwt token, ScenarioScope scope) {

  /** Checks claims; one that is not there is {@code null}. */
  void require(List<Pair> claims) {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (Pair claim : claims) {
      String wanted = scope.resolve(claim.value());
      Object found = token.claims().get(claim.name());
      boolean same = Expected.of(wanted).matches(found);
      expected.add(claim.name() + "  " + wanted);
      actual.add(claim.name() + "  " + (same ? wanted : Expected.written(found)));
    }
    if (!expected.equals(actual)) {
      throw StepFailure.of("The token does not have the expected claims.")
          .evidence(SideBySide.of(expected, actual))
          .fix("Correct the service that issued it, or what the step expects.");
    }
  }
}
