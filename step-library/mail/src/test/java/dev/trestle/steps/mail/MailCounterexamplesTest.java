package dev.trestle.steps.mail;

import static dev.trestle.steps.core.testing.Counterexamples.Case.ABSENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NOTHING;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;
import static dev.trestle.steps.core.testing.Counterexamples.Case.WRONG_TYPE;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.mail.glue.SystemSteps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailCounterexamplesTest {

  private static final String GLUE = "dev.trestle.steps.mail.glue";

  @TempDir Path folder;

  @BeforeEach
  void beImpatient() {
    System.setProperty("trestle.patience.millis", "100");
  }

  @AfterEach
  void beAsBefore() {
    System.clearProperty("trestle.patience.millis");
  }

  @Test
  void no_step_passes_when_it_must_not() {
    EnvironmentDescription environment =
        new EnvironmentDescription(
            "process",
            List.of(
                new ServiceDescription(
                    "mailbox", ServiceDescription.Kind.MAILBOX, Map.of(), Map.of())));
    try (FakeHost host = FakeHost.start(environment)) {
      SystemSteps.HOST.set(host);
      Counterexamples all = Counterexamples.of(new MailArtifact());
      for (Case world : Case.values()) {
        all.in(world, "Given the mailbox of the case " + world);
      }
      all.holds(
              "MailSteps.receivesNone",
              List.of(ABSENT, EMPTY, NULL, WRONG_TYPE, NOTHING),
              "The mailbox has no such mail.")
          .also(
              "an empty text in every mail",
              "Given the mailbox of the case DIFFERENT"
                  + "\nThen the last mail to \"ada@example.org\" contains \"\"")
          .run(host, folder, GLUE)
          .assertRed();
    }
  }
}
