package dev.trestle.steps.database;

import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NOTHING;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseCounterexamplesTest {

  @TempDir Path folder;

  private static EnvironmentDescription environment() {
    return new EnvironmentDescription(
        "process",
        List.of(
            new ServiceDescription(
                "store",
                ServiceDescription.Kind.DATABASE,
                Map.of(),
                Map.of(
                    "jdbc.url",
                    "jdbc:hsqldb:mem:worlds-",
                    "jdbc.user",
                    "SA",
                    "jdbc.password",
                    "",
                    "databases",
                    "shop"))));
  }

  private static String file(Case world) {
    return "When in the database \"shop\" I run the file \"src/test/sql/worlds/" + world + ".sql\"";
  }

  @Test
  void no_step_passes_when_it_must_not() {
    Counterexamples all = Counterexamples.of(new DatabaseArtifact());
    for (Case world : Case.values()) {
      all.in(world, file(world == NOTHING ? Case.ABSENT : world));
    }
    try (FakeHost host = FakeHost.start(environment())) {
      all.holds("DatabaseSteps.hasNoRow", List.of(EMPTY, NULL), "There is no such row.")
          .also(
              "a placeholder where no row is",
              file(EMPTY)
                  + "\nThen in the database \"shop\" the table \"orders\" has a row with:"
                  + "\n  | status | #{json-unit.ignore} |")
          .also(
              "a placeholder that fits, and must not",
              file(Case.DIFFERENT)
                  + "\nThen in the database \"shop\" the table \"orders\" has no row with:"
                  + "\n  | status | #{json-unit.regex}L.* |")
          .also(
              "rows of nothing",
              file(EMPTY)
                  + "\nThen in the database \"shop\" the table \"orders\" has the rows:"
                  + "\n  | status |")
          .also(
              "an empty row that is not there",
              file(EMPTY)
                  + "\nThen in the database \"shop\" the table \"orders\" has exactly the rows:"
                  + "\n  | status |\n  |        |")
          .also(
              "sums of nothing",
              file(EMPTY)
                  + "\nThen these queries give the same:"
                  + "\n  | shop | SELECT sum(total) FROM orders |"
                  + "\n  | shop | SELECT sum(total) FROM entries |")
          .run(host, folder)
          .assertRed();
    }
  }
}
