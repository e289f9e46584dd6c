package dev.trestle.steps.auth;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.SideBySide;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument.Found;
import java.util.ArrayList;
import java.util.List;

/**
 * What a token says.
 *
 * @param token the token
 * @param scope the scenario's
 */
record Claims(Jwt token, ScenarioScope scope) {

  private static final String ABSENT = "<absent>";

  /** Checks claims; one that must not be there is written as {@code <absent>}. */
  void require(List<Pair> claims) {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    boolean same = true;
    for (Pair claim : claims) {
      String wanted = scope.resolve(claim.value());
      boolean there = token.claims().containsKey(claim.name());
      Found found = there ? new Found(true, token.claims().get(claim.name())) : Found.NOTHING;
      boolean matches = ABSENT.equals(wanted) ? !there : JsonCheck.matches(found, wanted);
      same &= matches;
      Differing differing = JsonCheck.differing(claim.name(), found, wanted);
      String met = Secrets.compared(claim.name(), wanted);
      expected.add(claim.name() + "  " + (matches ? met : differing.wanted()));
      actual.add(claim.name() + "  " + (matches ? met : differing.distinctActual()));
    }
    if (!same) {
      throw StepFailure.of("The token does not have the expected claims.")
          .evidence(SideBySide.of(expected, actual))
          .fix("Correct the service that issued it, or what the step expects.");
    }
  }
}
