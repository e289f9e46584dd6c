package dev.trestle.steps.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AmqpStepsIT {

  private static final String GLUE = "dev.trestle.steps.amqp.glue";

  @TempDir static Path folder;

  private static QpidBroker broker;
  private static FakeHost host;

  @BeforeAll
  static void start() throws Exception {
    System.setProperty("trestle.patience.millis", "3000");
    broker = QpidBroker.start(folder);
    host =
        FakeHost.start(
            new EnvironmentDescription(
                "process",
                List.of(
                    new ServiceDescription(
                        "rabbitmq",
                        ServiceDescription.Kind.BROKER,
                        Map.of("5672", broker.address()),
                        Map.of()))));
  }

  @AfterAll
  static void stop() {
    System.clearProperty("trestle.patience.millis");
    host.close();
    broker.close();
  }

  @Test
  void every_step_has_an_example_that_works() throws IOException {
    String background =
        """
        Feature: Examples
          Background:
            Given the order "${uuid}"
            And the exchange "orders" is there
            And the queue "orders.dead" is there
            And I listen to the exchange "orders" with the routing key "#"
            When I publish to the exchange "orders" the message:
              | key  | order.placed                          |
              | body | {"orderId": "${order}", "total": 750} |
            And I publish to the queue "orders.dead" the message:
              | body | {"orderId": "${order}", "total": 750} |
        """;
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file =
        Files.writeString(
            features.resolve("amqp.feature"),
            Examples.feature(ExchangeSteps.class, QueueSteps.class)
                .replace("Feature: Examples\n", background));
    FeatureRun.Outcome outcome = FeatureRun.run(host, file, folder.resolve("examples"), GLUE);
    assertThat(outcome.results().keySet())
        .hasSize(17)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void messages_are_published_caught_and_taken() {
    FeatureRun.Outcome outcome = run("amqp");
    assertThat(outcome.results().keySet())
        .hasSize(4)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void failures_say_what_is_there_and_what_the_broker_said() {
    FeatureRun.Outcome outcome = run("amqp-failures");
    assertThat(outcome.message("nobody listens"))
        .startsWith("The scenario does not listen to the exchange 'silent'.")
        .contains("I listen to the exchange \"silent\"");
    assertThat(outcome.message("a duplicate"))
        .startsWith("Queue 'doubles.dead' has 2 such messages, not 1.\nThe closest of 2:")
        .contains("Look at src/test/features/amqp-failures.feature:12.");
    assertThat(outcome.message("no such queue"))
        .startsWith("Broker 'rabbitmq' has no queue 'nowhere'.");
    assertThat(outcome.message("no such exchange"))
        .startsWith("Broker 'rabbitmq' did not take a message for 'nowhere'.")
        .contains("amqp://127.0.0.1:")
        .doesNotContain("guest");
    assertThat(outcome.message("a queue of a service"))
        .startsWith("The messages of the queue 'work' are not ours to take.");
    assertThat(outcome.message("a queue that is not there"))
        .startsWith("Queue 'later' has no such message within 3 s.\nThere are no messages.");
  }

  private static FeatureRun.Outcome run(String name) {
    return FeatureRun.run(
        host, Path.of("src/test/features", name + ".feature"), folder.resolve(name), GLUE);
  }
}
