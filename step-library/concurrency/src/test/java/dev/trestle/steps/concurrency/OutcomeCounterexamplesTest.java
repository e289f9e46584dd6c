package dev.trestle.steps.concurrency;

import static dev.trestle.steps.core.testing.Counterexamples.Case.ABSENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.DIFFERENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;
import static dev.trestle.steps.core.testing.Counterexamples.Case.WRONG_TYPE;

import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutcomeCounterexamplesTest {

  private static final List<Case> OTHERS = List.of(EMPTY, NULL, WRONG_TYPE);

  @TempDir Path folder;

  @Test
  void no_step_passes_when_it_must_not() throws IOException {
    Path features = Files.createDirectories(Path.of("target/examples"));
    Files.copy(
        Path.of("src/test/features/shelf.phrases.feature"),
        features.resolve("shelf.phrases.feature"),
        StandardCopyOption.REPLACE_EXISTING);
    try (FakeHost host = FakeHost.start()) {
      counterexamples().run(host, folder, "dev.trestle.steps.concurrency.glue").assertRed();
    }
  }

  private static Counterexamples counterexamples() {
    Counterexamples all =
        Counterexamples.of(new ConcurrencyArtifact())
            .in(DIFFERENT, shoppers(4, 9))
            .in(ABSENT, shoppers(0, 2))
            .in(DIFFERENT, "OutcomeSteps.atLeastSucceed", shoppers(0, 9))
            .in(DIFFERENT, "OutcomeSteps.savedSame", shoppers(3, 3))
            .written(
                DIFFERENT,
                "OutcomeSteps.savedSame",
                "Then what they saved as \"receipt\" is the same for all of them")
            .in(DIFFERENT, "OutcomeSteps.savedDifferent", shoppers(3, 3))
            .written(
                DIFFERENT,
                "OutcomeSteps.savedDifferent",
                "Then what they saved as \"order\" is different for each of them")
            .in(DIFFERENT, "OutcomeSteps.othersFailWith", shoppers(2, 3))
            .written(
                DIFFERENT,
                "OutcomeSteps.othersFailWith",
                "Then the others fail with \"out of stock\"")
            .in(ABSENT, "OutcomeSteps.othersFailWith", shoppers(3, 3));
    for (Case world : OTHERS) {
      all.in(world, shoppers(1, 2))
          .in(world, "OutcomeSteps.atLeastSucceed", shoppers(0, 2))
          .in(world, "OutcomeSteps.othersFailWith", shoppers(2, 2));
    }
    String some = shoppers(1, 2) + "\nThen exactly 1 of them succeeds\n";
    return all.also("at least none", some + "And at least 0 of them succeed")
        .also("an empty text", some + "And the others fail with \"\"")
        .also(
            "the same of one",
            some + "And what they saved as \"order\" is the same for all of them")
        .also(
            "different for one",
            some + "And what they saved as \"order\" is different for each of them")
        .also(
            "what nobody saved",
            shoppers(2, 2) + "\nThen what they saved as \"ordr\" is the same for all of them");
  }

  private static String shoppers(int beans, int count) {
    return "Given there are %d \"Beans\"\nWhen %d shoppers at once want \"Beans\""
        .formatted(beans, count);
  }
}
