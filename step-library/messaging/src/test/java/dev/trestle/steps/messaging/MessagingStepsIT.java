package dev.trestle.steps.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.messages.Message;
import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MessagingStepsIT {

  private static final String GLUE = "dev.trestle.steps.messaging.glue";

  @TempDir static Path folder;

  private static BrokerProcess broker;
  private static FakeHost host;

  @BeforeAll
  static void start() throws IOException {
    broker = BrokerProcess.start(folder);
    host = FakeHost.start(environment(broker.servers()));
  }

  private static EnvironmentDescription environment(String servers) {
    return new EnvironmentDescription(
        "process",
        List.of(
            new ServiceDescription(
                "kafka",
                ServiceDescription.Kind.BROKER,
                Map.of("9092", servers),
                Map.of("bootstrap.servers", servers))));
  }

  @AfterAll
  static void stop() {
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
            When I publish to the topic "orders" with key "${order}":
              \"""
              {"orderId": "${order}", "total": 750}
              \"""
            And I publish to the topic "orders.dead" with key "other":
              \"""
              {"orderId": "other"}
              \"""
        """;
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file =
        Files.writeString(
            features.resolve("messaging.feature"),
            Examples.feature(MessagingSteps.class).replace("Feature: Examples\n", background));
    FeatureRun.Outcome outcome = FeatureRun.run(host, file, folder.resolve("examples"), GLUE);
    assertThat(outcome.results().keySet())
        .hasSize(10)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void scenarios_that_share_a_topic_do_not_meet() {
    FeatureRun.Outcome outcome = run("messages");
    assertThat(outcome.results().keySet())
        .hasSizeGreaterThan(3)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void failures_show_the_closest_message() {
    FeatureRun.Outcome outcome = run("failures");
    assertThat(outcome.message("too many"))
        .isEqualTo(
            """
            Topic 'failing' has 2 such messages, not 1.
            The closest of 2:
              Expected       | Actual
              $.orderId  o-1 | $.orderId  o-1
            Look at src/test/features/failures.feature:12.
            Correct the service that publishes there, or what the step expects.""");
    assertThat(outcome.message("one that must not be"))
        .startsWith("Topic 'failing-too' has 1 such messages, and must have none.");
    assertThat(outcome.message("a duplicate that comes"))
        .startsWith("Topic 'failing-twice' has 2 such messages, not 1.");
    assertThat(outcome.message("another order"))
        .startsWith("Topic 'failing-order' has message 2 of 2 too early.")
        .contains("$.status  OPEN");
    assertThat(outcome.message("a topic that nobody made"))
        .isEqualTo(
            """
            Topic 'nothing-here' was not looked at.
            There is no topic 'nothing-here' at broker 'kafka'.
            Look at src/test/features/failures.feature:50.
            Correct the name in the step, or have it created when the environment starts.""");
    assertThat(outcome.message("a topic that nobody made in a while"))
        .startsWith("Topic 'nothing-here' was not looked at.");
    assertThat(outcome.message("no such row")).startsWith("A message has no 'topic'.");
    assertThat(outcome.message("none in time"))
        .startsWith("Topic 'never-there' has no such message within 10 s.")
        .contains("There are no messages.");
  }

  @Test
  void a_topic_that_comes_later_is_waited_for() {
    Broker late = new Broker("kafka", broker.servers());
    try (late) {
      TopicLog log = late.topic("late");
      assertThat(log.read()).isEmpty();
      late.publish(
          "late", "k", "{}".getBytes(StandardCharsets.UTF_8), Map.of("kind", "x"), "00-a-b-01");
      List<Message> all = Awaitility.await().until(log::read, messages -> !messages.isEmpty());
      assertThat(all).extracting(Message::key).containsExactly("k");
      assertThat(all.get(0).headers())
          .containsEntry("traceparent", List.of("00-a-b-01"))
          .containsEntry("kind", List.of("x"));
    }
  }

  private static FeatureRun.Outcome run(String name) {
    return FeatureRun.run(
        host, Path.of("src/test/features", name + ".feature"), folder.resolve(name), GLUE);
  }
}
