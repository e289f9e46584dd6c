package dev.trestle.steps.auth;

import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaimCounterexamplesTest {

  @TempDir Path folder;

  @Test
  void no_step_passes_when_it_must_not() {
    try (FakeHost host = FakeHost.start()) {
      counterexamples().run(host, folder, "dev.trestle.steps.auth.glue").assertRed();
    }
  }

  private static Counterexamples counterexamples() {
    String issued = token("{\"sub\": \"ada\", \"exp\": null}");
    return Counterexamples.of(new AuthArtifact())
        .in(Case.DIFFERENT, token("{\"sub\": \"ben\"}"))
        .in(Case.ABSENT, token("{}"))
        .in(Case.EMPTY, token("{\"sub\": \"\"}"))
        .in(Case.NULL, token("{\"sub\": null}"))
        .in(Case.WRONG_TYPE, token("{\"sub\": [\"ada\"]}"))
        .also("null of a claim that is missing", issued + claim("rolse", "null"))
        .also("whatever of a claim that is missing", issued + claim("rolse", "#{json-unit.ignore}"))
        .also("a claim that must not be there", issued + claim("sub", "<absent>"))
        .also("a claim that is null and must not be there", issued + claim("exp", "<absent>"));
  }

  private static String token(String claims) {
    return "Given a token that says '" + claims + "'";
  }

  private static String claim(String name, String value) {
    return "\nThen the token \"${token}\" has the claims:\n  | " + name + " | " + value + " |";
  }
}
