package dev.trestle.steps.json;

import static dev.trestle.steps.core.testing.Counterexamples.Case.ABSENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.DIFFERENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;
import static dev.trestle.steps.core.testing.Counterexamples.Case.WRONG_TYPE;

import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.FakeHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonCounterexamplesTest {

  private static final String ITEMS =
      "[" + "{\"sku\": \"SOAP\", \"quantity\": 1}, ".repeat(7) + "{\"sku\": \"TEA\"}]";

  private static final String ANOTHER =
      "{\"id\": \"c-2\", \"status\": \"CLOSED\", \"total\": 3, \"paid\": true, \"items\": "
          + ITEMS
          + "}";

  @TempDir Path folder;

  @Test
  void no_step_passes_when_it_must_not() {
    try (FakeHost host = FakeHost.start()) {
      counterexamples().run(host, folder).assertRed();
    }
  }

  private static Counterexamples counterexamples() {
    Counterexamples all =
        Counterexamples.of(new JsonArtifact())
            .in(DIFFERENT, cart(ANOTHER))
            .in(ABSENT, cart("{}"))
            .in(EMPTY, cart(members("\"\"", "[]")))
            .in(NULL, cart(members("null", "null")))
            .in(WRONG_TYPE, cart(members("{\"a\": 1}", "\"BEANS\"")))
            .in(DIFFERENT, "DocumentSteps.matchesSchemaText", cart("{\"total\": 9}"))
            .holds("ValueSteps.save", DIFFERENT, "It keeps what is there.")
            .holds("ValueSteps.saveAll", DIFFERENT, "It keeps what is there.")
            .holds("ValueSteps.isAbsent", List.of(ABSENT, EMPTY, NULL, WRONG_TYPE), "It says so.")
            .holds("ValueSteps.isNot", EMPTY, "An empty text is another value.")
            .holds("ValueSteps.isNot", NULL, "Null is another value.")
            .holds("ValueSteps.isNot", WRONG_TYPE, "An object is another value.");
    return all;
  }

  private static String members(String value, String items) {
    return "{\"id\": %1$s, \"status\": %1$s, \"total\": %1$s, \"paid\": %1$s, \"items\": %2$s}"
        .formatted(value, items);
  }

  /** A value whose JSON the examples look at. */
  private static String cart(String json) {
    return "Given I save the JSON as \"cart\":\n  \"\"\"\n  " + json + "\n  \"\"\"";
  }
}
