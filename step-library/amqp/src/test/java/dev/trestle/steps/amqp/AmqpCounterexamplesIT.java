package dev.trestle.steps.amqp;

import static dev.trestle.steps.core.testing.Counterexamples.Case.ABSENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.DIFFERENT;
import static dev.trestle.steps.core.testing.Counterexamples.Case.EMPTY;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NOTHING;
import static dev.trestle.steps.core.testing.Counterexamples.Case.NULL;
import static dev.trestle.steps.core.testing.Counterexamples.Case.WRONG_TYPE;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.testing.Counterexamples;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AmqpCounterexamplesIT {

  private static final String GLUE = "dev.trestle.steps.amqp.glue";
  private static final String ORDER = "Given the order \"${uuid}\"";

  @TempDir static Path folder;

  private static QpidBroker broker;

  @BeforeAll
  static void start() throws Exception {
    System.setProperty("trestle.patience.millis", "100");
    broker = QpidBroker.start(folder);
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
                "rabbitmq",
                ServiceDescription.Kind.BROKER,
                Map.of("5672", broker.address()),
                Map.of())));
  }

  private static String world(Case world) {
    return ORDER
        + "\nAnd the exchange \"orders\" is there"
        + "\nAnd the queue \"orders.dead\" is there"
        + "\nAnd I listen to the exchange \"orders\" with the routing key \"#\""
        + "\nAnd the exchange and the queue of the case "
        + world;
  }

  private static String nowhere(String step) {
    return "Then " + step + " has no message with:\n  | $.orderId | ${order} |";
  }

  @Test
  void no_step_passes_when_it_must_not() {
    Counterexamples all = Counterexamples.of(new AmqpArtifact());
    for (Case world : Case.values()) {
      all.in(world, world == NOTHING ? ORDER : world(world));
    }
    for (String kind : List.of("ExchangeSteps", "QueueSteps")) {
      for (String none : List.of(".hasNone", ".keepsNone")) {
        all.holds(kind + none, List.of(ABSENT, EMPTY, NULL, WRONG_TYPE), "No such message came.");
      }
    }
    all.written(
            DIFFERENT,
            "QueueSteps.has",
            "Then the queue \"orders.dead\" has a message with:"
                + "\n  | $.orderId | ${order} |\n  | $.total | 750 |")
        .written(NOTHING, "QueueSteps.hasNone", nowhere("the queue \"nowhere\""))
        .written(NOTHING, "QueueSteps.keepsNone", nowhere("for 50 ms, the queue \"nowhere\""));
    try (FakeHost host = FakeHost.start(environment())) {
      further(all).run(host, folder, GLUE).assertRed();
    }
  }

  private static Counterexamples further(Counterexamples all) {
    String order = "\n  | $.orderId | ${order} |";
    for (String place : List.of("exchange \"orders\"", "queue \"orders.dead\"")) {
      String different = world(DIFFERENT) + "\nThen the " + place + " has ";
      String none = world(NULL) + "\nThen the " + place + " has ";
      String of = " of the " + place.substring(0, place.indexOf(' '));
      all.also(
              "a value of null" + of,
              none + "a message with:\n  | $.orderId | <any> |\n  | $.of | ${order} |")
          .also(
              "a header that is missing" + of, none + "a message with:\n  | header other | null |")
          .also(
              "three of two in order" + of,
              different + "these messages in order:" + order.repeat(4))
          .also("no rows in order" + of, different + "these messages in order:\n  | $.orderId |")
          .also("fewer than are there" + of, different + "exactly 1 message with:" + order)
          .also("more than are there" + of, different + "exactly 3 messages with:" + order);
    }
    return all.also(
            "exactly none of a queue of nobody",
            ORDER + "\nThen the queue \"nowhere\" has exactly 0 messages with:" + order)
        .also(
            "exactly none of an exchange that was not listened to",
            ORDER + "\nThen the exchange \"orders\" has exactly 0 messages with:" + order);
  }
}
