package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.FeatureFinished;
import dev.trestle.protocol.RunEvent.ScenarioFinished;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the messages of a real run: {@code messages.ndjson} is what Cucumber 7.34.2 wrote. */
class RunMessagesTest {

  private final List<RunEvent> events = new ArrayList<>();
  private final FeatureProgress progress = new FeatureProgress(events::add);
  private final RunMessages messages = new RunMessages(Path.of("/work/shop"), progress);

  private static List<String> recorded() throws IOException {
    try (InputStream in = RunMessagesTest.class.getResourceAsStream("messages.ndjson")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void receive(List<String> lines) throws IOException {
    byte[] ndjson = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    messages.receive(new ByteArrayInputStream(ndjson));
  }

  private ScenarioResult named(String name) {
    return messages.results().stream()
        .filter(result -> result.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_scenario_gets_its_status() throws IOException {
    receive(recorded());

    assertThat(messages.results())
        .extracting(ScenarioResult::name, ScenarioResult::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Good", Status.PASSED),
            org.assertj.core.groups.Tuple.tuple("Bad", Status.FAILED),
            org.assertj.core.groups.Tuple.tuple("Told new", Status.UNDEFINED),
            org.assertj.core.groups.Tuple.tuple("Pending", Status.PENDING),
            org.assertj.core.groups.Tuple.tuple("Ambiguous", Status.AMBIGUOUS));
    assertThat(messages.finished()).isTrue();
  }

  @Test
  void a_failure_names_step_and_place_and_masks_secrets() throws IOException {
    receive(recorded());

    ScenarioResult bad = named("Bad");
    assertThat(bad.location()).isEqualTo("f/cart.feature:6");
    assertThat(bad.step()).isEqualTo("When it fails with \"token=*****\"");
    assertThat(bad.message()).isEqualTo("token=*****");
  }

  @Test
  void the_identity_has_rule_and_example_values_and_no_line() throws IOException {
    receive(recorded());

    assertThat(named("Told new").id())
        .isEqualTo("f/cart.feature › Some are unknown › Told new › new");
    assertThat(named("Good").id()).isEqualTo("f/cart.feature › Good");
  }

  @Test
  void a_feature_is_told_when_a_later_one_has_begun() throws IOException {
    receive(recorded());
    progress.over();

    assertThat(events.stream().map(RunMessagesTest::summary))
        .containsExactly(
            "Good", "Bad", "Told new", "Pending", "feature Cart 3", "Ambiguous", "feature Price 2");
  }

  private static String summary(RunEvent event) {
    return event instanceof FeatureFinished feature
        ? "feature " + feature.feature() + " " + feature.results().size()
        : ((ScenarioFinished) event).result().name();
  }

  @Test
  void scenarios_of_a_runner_that_went_away_fail() throws IOException {
    List<String> lines = recorded();
    int cut = 0;
    while (!lines.get(cut).contains("\"testStepFinished\"")) {
      cut++;
    }
    receive(lines.subList(0, cut));

    List<ScenarioResult> unfinished = messages.failUnfinished("The runner is gone.");

    assertThat(unfinished).extracting(ScenarioResult::name).containsExactly("Good");
    assertThat(messages.finished()).isFalse();
    assertThat(named("Good").status()).isEqualTo(Status.FAILED);
    assertThat(named("Good").message()).isEqualTo("The runner is gone.");
  }

  @Test
  void a_feature_that_cannot_be_read_is_named_with_its_line() throws IOException {
    receive(
        List.of(
            "{\"parseError\":{\"source\":{\"uri\":\"file:///work/shop/f/x.feature\",\"location\":"
                + "{\"line\":6,\"column\":7}},\"message\":\"(6:7): inconsistent cell count\"}}"));

    assertThat(messages.parseErrors()).containsExactly("f/x.feature:6:7: inconsistent cell count");
  }
}
