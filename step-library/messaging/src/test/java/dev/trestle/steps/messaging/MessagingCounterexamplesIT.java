package dev.trestle.steps.messaging;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MessagingCounterexamplesIT {

  private static final String GLUE = "dev.trestle.steps.messaging.glue";

  @TempDir static Path folder;

  private static BrokerProcess broker;

  @BeforeAll
  static void start() throws IOException {
    System.setProperty("trestle.patience.millis", "100");
    broker = BrokerProcess.start(folder);
  }

  @AfterAll
  static void stop() {
    System.clearProperty("trestle.patience.millis");
    broker.close();
  }

  private static EnvironmentDescription environment() {
    return new EnvironmentDescription(
        "process",
        List.of(
            new ServiceDescription(
                "kafka",
                ServiceDescription.Kind.BROKER,
                Map.of("9092", broker.servers()),
                Map.of("bootstrap.servers", broker.servers()))));
  }

  private static String world(Case world) {
    return "Given the order \"${uuid}\"\nAnd the topic \"orders\" of the case "
        + (world + "\nAnd the topic \"orders.dead\" of the case " + world);
  }

  private static String nowhere(String step) {
    return "Then " + step + " has no message with:\n  | $.orderId | ${order} |";
  }

  @Test
  void no_step_passes_when_it_must_not() {
    Counterexamples all = Counterexamples.of(new MessagingArtifact());
    for (Case world : Case.values()) {
      all.in(world, world == NOTHING ? "Given the order \"${uuid}\"" : world(world));
    }
    for (String none : List.of("MessagingSteps.hasNone", "MessagingSteps.keepsNone")) {
      all.holds(none, List.of(ABSENT, EMPTY, NULL, WRONG_TYPE), "The topic has no such message.");
    }
    all.written(NOTHING, "MessagingSteps.hasNone", nowhere("the topic \"nowhere\""))
        .written(NOTHING, "MessagingSteps.keepsNone", nowhere("for 50 ms, the topic \"nowhere\""));
    try (FakeHost host = FakeHost.start(environment())) {
      further(all).run(host, folder, GLUE).assertRed();
    }
  }

  private static Counterexamples further(Counterexamples all) {
    String different = world(Case.DIFFERENT) + "\nThen the topic \"orders\" has ";
    String none = world(NULL) + "\nThen the topic \"orders.dead\" has ";
    String order = "\n  | $.orderId | ${order} |";
    return all.also(
            "a value of null",
            none + "a message with:\n  | $.orderId | <any> |\n  | $.of | ${order} |")
        .also(
            "the body of a tombstone", none + "a message with:\n  | body | <any> |\n  | key | t |")
        .also("a header without a value", none + "a message with:\n  | header kind | <any> |")
        .also("a header that is missing", none + "a message with:\n  | header other | null |")
        .also(
            "a key that is missing",
            none + "a message with:\n  | key | <any> |\n  | header no-key | 1 |")
        .also("three of two in order", different + "these messages in order:" + order.repeat(4))
        .also("no rows in order", different + "these messages in order:\n  | $.orderId |")
        .also("fewer than are there", different + "exactly 1 message with:" + order)
        .also("more than are there", different + "exactly 3 messages with:" + order)
        .also(
            "exactly none of a topic of nobody",
            "Given the order \"${uuid}\"\nThen the topic \"nowhere\" has exactly 0 messages with:"
                + order)
        .also(
            "exactly none of a topic of nobody for a while",
            "Given the order \"${uuid}\""
                + "\nThen for 50 ms, the topic \"nowhere\" has exactly 0 messages with:"
                + order);
  }
}
