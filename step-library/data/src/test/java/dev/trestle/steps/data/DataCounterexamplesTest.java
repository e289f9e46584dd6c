package dev.trestle.steps.data;

import static dev.trestle.steps.core.testing.Counterexamples.Case.NOTHING;

import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataCounterexamplesTest {

  /** What a step is told to look at in each case; its example has a value of its own. */
  private static final Map<Case, String> VALUES =
      Map.of(
          Case.DIFFERENT, "7",
          Case.ABSENT, "${none}",
          Case.EMPTY, "",
          Case.NULL, "null",
          Case.WRONG_TYPE, "{\"a\": 1}",
          Case.NOTHING, "${none}");

  @TempDir Path folder;

  @Test
  void no_step_passes_when_it_must_not() {
    try (FakeHost host = FakeHost.start()) {
      further(worlds()).run(host, folder).assertRed();
    }
  }

  private static Counterexamples worlds() {
    Counterexamples all = Counterexamples.of(new DataArtifact());
    for (Case world : Case.values()) {
      String value = "Then the value '" + VALUES.get(world) + "'";
      String same = world == NOTHING || world == Case.ABSENT ? "1" : VALUES.get(world);
      all.in(world, "")
          .written(world, "DataSteps.is", value + " is \"2026-11-30\"")
          .written(world, "DataSteps.isNot", value + " is not '" + same + "'")
          .written(world, "DataSteps.isBetween", value + " is between \"1\" and \"6\"");
    }
    return all.holds("DataSteps.isNot", Case.NULL, "null as a text is not null.");
  }

  private static Counterexamples further(Counterexamples all) {
    return all.also(
            "amounts are not compared as texts",
            "Then the value \"5 EUR\" is between \"10 EUR\" and \"60 EUR\"")
        .also(
            "a text of digits and marks is not a number",
            "Then the value \"1.000,50\" is between \"1\" and \"2000\"")
        .also("a currency", "Then the value \"20 USD\" is between \"10 EUR\" and \"60 EUR\"")
        .also("words", "Then the value \"b\" is between \"a\" and \"c\"")
        .also(
            "a date and a moment",
            "Then the value \"2026-03-29\" is between \"2026-03-28T00:00Z\" and \"2026-03-30T00:00Z\"")
        .also("numbers however written", "Then the value \"1\" is not \"1.0\"")
        .also("what begins with zeros is not a number", "Then the value \"007\" is \"7\"");
  }
}
