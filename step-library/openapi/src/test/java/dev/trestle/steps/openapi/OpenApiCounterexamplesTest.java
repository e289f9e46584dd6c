package dev.trestle.steps.openapi;

import static dev.trestle.steps.core.testing.Counterexamples.Case.ABSENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.DIFFERENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NOTHING;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;
import static dev.trestle.steps.core.testing.Counterexamples.Case.WRONG_TYPE;

import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenApiCounterexamplesTest {

  private static final List<String> REFUSALS =
      List.of(
          "OpenApiSteps.refuses",
          "OpenApiSteps.refusesWith",
          "OpenApiSteps.answers",
          "OpenApiSteps.answersWith");

  @TempDir Path folder;

  @Test
  void no_step_passes_when_it_must_not() throws IOException {
    try (CartServer cart = new CartServer();
        FakeHost host = FakeHost.start(cart.environment())) {
      counterexamples().run(host, folder).assertRed();
    }
  }

  private static Counterexamples counterexamples() {
    Counterexamples all =
        Counterexamples.of(new OpenApiArtifact())
            .in(DIFFERENT, send("/mode/LENIENT"))
            .in(ABSENT, "")
            .in(DIFFERENT, "OpenApiSteps.fits", send("/api/carts/odd?view=full"))
            .in(ABSENT, "OpenApiSteps.fits", send("/api/carts/untagged?view=full"));
    for (Case world : List.of(EMPTY, NULL, WRONG_TYPE)) {
      all.in(world, send("/mode/" + world))
          .in(
              world,
              "OpenApiSteps.fits",
              send("/mode/" + world) + "\n" + send("/api/carts/bare?view=full"));
    }
    for (String step : REFUSALS) {
      String with = step.endsWith("With") ? " with:\n  | id | c-1 |" : "";
      String does = step.contains("answers") ? "answers 400 for each" : "refuses each";
      all.written(ABSENT, step, "Then \"newestCart\" of \"cart\" " + does + " wrong type" + with)
          .written(NOTHING, step, "Then \"openCart\" of \"plain\" " + does + " wrong type" + with);
    }
    return all;
  }

  private static String send(String path) {
    return "When I send GET \"" + path + "\" to \"cart\"";
  }
}
