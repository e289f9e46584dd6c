package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.report.JunitXml;
import dev.trestle.protocol.Json;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.FeatureFinished;
import dev.trestle.protocol.RunEvent.ScenarioFinished;
import dev.trestle.protocol.RunPlan;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import dev.trestle.protocol.Secrets;
import io.cucumber.junitxmlformatter.MessagesToJunitXmlWriter;
import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Reads the messages of a real run: {@code messages.ndjson} is what Cucumber 7.34.2 wrote. */
class RunMessagesTest {

  private static final String SECRET = "abcdef0123456789";

  @TempDir Path folder;

  private final List<RunEvent> events = new ArrayList<>();
  private final FeatureProgress progress = new FeatureProgress(events::add);
  private JunitXml junit;
  private RunMessages messages;

  @BeforeEach
  void begin() {
    junit = new JunitXml("Shop", folder);
    messages =
        new RunMessages(
            Path.of("/work/shop"), MachineLoad.here(2), junit, new AllureResults(folder), progress);
  }

  private static List<String> recorded() throws IOException {
    try (InputStream in = RunMessagesTest.class.getResourceAsStream("messages.ndjson")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<String> upTo(String kind) throws IOException {
    return recorded().stream().takeWhile(line -> !line.contains(kind)).toList();
  }

  private void receive(List<String> lines) throws IOException {
    byte[] ndjson = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    messages.receive(new ByteArrayInputStream(ndjson));
  }

  private String xml() throws IOException {
    junit.write(null);
    return Files.readString(folder.resolve(JunitXml.FILE));
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
    assertThat(messages.heard().finished()).isTrue();
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

  /** As the runner states it, between Cucumber's scenarios and the first of them that runs. */
  private static List<String> recordedWithPlan() throws IOException {
    List<String> lines = new ArrayList<>(recorded());
    List<String> pickles =
        lines.stream()
            .filter(line -> line.startsWith("{\"pickle\":"))
            .map(line -> ((Map<?, ?>) ((Map<?, ?>) Json.parse(line)).get("pickle")).get("id"))
            .map(String::valueOf)
            .toList();
    int first = 0;
    while (!lines.get(first).startsWith("{\"testCase\":")) {
      first++;
    }
    lines.add(first, Json.write(Map.of(RunPlan.MESSAGE, Map.of("pickles", pickles))));
    return lines;
  }

  @Test
  void a_feature_is_shown_when_all_its_planned_scenarios_have_ended() throws IOException {
    receive(recordedWithPlan());

    assertThat(events.stream().map(RunMessagesTest::summary))
        .containsExactly(
            "Good", "Bad", "Told new", "feature Cart 3", "Pending", "Ambiguous", "feature Price 2");
  }

  @Test
  void without_a_plan_features_are_shown_at_the_end() throws IOException {
    receive(recorded());
    progress.over();

    assertThat(events.stream().map(RunMessagesTest::summary))
        .containsExactly(
            "Good", "Bad", "Told new", "Pending", "Ambiguous", "feature Cart 3", "feature Price 2");
  }

  @Test
  void a_planned_scenario_that_never_began_was_not_run() throws IOException {
    List<String> lines =
        recordedWithPlan().stream().takeWhile(line -> !line.startsWith("{\"testCase\":")).toList();
    receive(lines);

    messages.close("unfinished", "The runner is gone.");

    assertThat(messages.results()).extracting(ScenarioResult::status).containsOnly(Status.NOT_RUN);
    assertThat(messages.results()).hasSize(5);
    assertThat(named("Good").message()).isEqualTo("The runner is gone.");
    assertThat(named("Good").location()).isEqualTo("f/cart.feature:3");
    assertThat(xml()).contains("tests=\"5\"").contains("failures=\"5\"").contains("not run");
  }

  private static String summary(RunEvent event) {
    return event instanceof FeatureFinished feature
        ? "feature " + feature.feature() + " " + feature.statuses().size()
        : ((ScenarioFinished) event).result().name();
  }

  @Test
  void scenarios_of_a_runner_that_went_away_fail() throws IOException {
    receive(upTo("\"testStepFinished\""));

    messages.close("The runner is gone.", "not begun");

    assertThat(messages.results()).extracting(ScenarioResult::name).containsExactly("Good");
    assertThat(messages.heard().finished()).isFalse();
    assertThat(named("Good").status()).isEqualTo(Status.FAILED);
    assertThat(named("Good").message()).isEqualTo("The runner is gone.");
  }

  @Test
  void a_feature_that_cannot_be_read_is_named_with_its_line() throws IOException {
    receive(
        List.of(
            "{\"parseError\":{\"source\":{\"uri\":\"file:///work/shop/f/x.feature\",\"location\":"
                + "{\"line\":6,\"column\":7}},\"message\":\"(6:7): inconsistent cell count\"}}"));

    assertThat(messages.heard().parseErrors())
        .containsExactly("f/x.feature:6:7: inconsistent cell count");
  }

  @Test
  void what_cannot_be_run_is_named_with_its_line() throws IOException {
    receive(
        List.of(
            "{\"trestleLeftOut\":{\"source\":{\"uri\":\"file:///work/shop/f/x.feature\",\"location\":"
                + "{\"line\":6}},\"message\":\"no row.\"}}"));

    assertThat(messages.heard().leftOut()).containsExactly("f/x.feature:6: no row.");
  }

  @Test
  void junit_xml_is_what_cucumbers_own_formatter_writes_with_secrets_masked() throws Exception {
    receive(recorded());

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    byte[] ndjson = String.join("\n", recorded()).getBytes(StandardCharsets.UTF_8);
    try (NdjsonToMessageIterable all =
            new NdjsonToMessageIterable(new ByteArrayInputStream(ndjson), new Deserializer());
        MessagesToJunitXmlWriter writer =
            MessagesToJunitXmlWriter.builder().testSuiteName("Shop").build(expected)) {
      for (Envelope envelope : all) {
        writer.write(envelope);
      }
    }
    Document ours = parsed(xml());
    assertThat(ours.isEqualNode(parsed(expected.toString(StandardCharsets.UTF_8))))
        .as("%s", xml())
        .isTrue();
  }

  /** Without the secret and the dots that make up for its length. */
  private static Document parsed(String xml) throws Exception {
    String comparable = xml.replace(SECRET, Secrets.MASK).replaceAll("\\.{2,}", "…");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setCoalescing(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(comparable)));
  }

  @Test
  void junit_xml_has_a_scenario_that_the_runner_did_not_end() throws IOException {
    receive(upTo("\"testStepFinished\""));
    messages.close("The runner is gone.", "not begun");

    assertThat(xml())
        .contains("tests=\"1\"")
        .contains("failures=\"1\"")
        .contains("<failure>\n<![CDATA[The runner is gone.]]>\n</failure>")
        .endsWith("</testsuite>\n");
  }

  @Test
  void only_the_last_attempt_of_a_scenario_counts() throws IOException {
    List<String> lines = new ArrayList<>(upTo("\"testCaseStarted\""));
    lines.add(started("first", 0));
    lines.add(stepFinished("first", "FAILED"));
    lines.add(finished("first", true));
    lines.add(started("second", 1));
    lines.add(stepFinished("second", "PASSED"));
    lines.add(finished("second", false));
    receive(lines);

    assertThat(messages.results())
        .extracting(ScenarioResult::status)
        .containsExactly(Status.PASSED);
    assertThat(xml()).contains("tests=\"1\"").contains("failures=\"0\"");
  }

  private static String started(String id, int attempt) {
    return "{\"testCaseStarted\":{\"attempt\":"
        + attempt
        + (",\"id\":\"" + id + "\",\"testCaseId\":\"88d7b891-898d-4733-8e56-d0c9d6c6b4e7\"")
        + ",\"timestamp\":{\"seconds\":1795568625,\"nanos\":0}}}";
  }

  private static String stepFinished(String id, String status) {
    return "{\"testStepFinished\":{\"testCaseStartedId\":\""
        + (id + "\",\"testStepId\":\"d28b6f83-d380-4b8f-b2ab-974333b4c17e\",")
        + ("\"testStepResult\":{\"status\":\"" + status + "\"}}}");
  }

  private static String finished(String id, boolean again) {
    return "{\"testCaseFinished\":{\"testCaseStartedId\":\""
        + (id + "\",\"timestamp\":{\"seconds\":1795568626,\"nanos\":0},")
        + ("\"willBeRetried\":" + again + "}}");
  }

  @Test
  void messages_of_unknown_kinds_and_a_line_that_was_cut_are_passed_over() throws IOException {
    List<String> lines = new ArrayList<>(recorded());
    lines.add(3, "{\"somethingNew\":{\"id\":[1,{\"a\":null}]}}");
    byte[] ndjson =
        (String.join("\n", lines) + "\n{\"testCaseSta").getBytes(StandardCharsets.UTF_8);
    messages.receive(new ByteArrayInputStream(ndjson));

    assertThat(messages.results()).hasSize(5);
  }

  @Test
  void a_scenario_whose_steps_all_ended_but_itself_did_not_fails_too() throws IOException {
    receive(upTo("\"testCaseFinished\""));

    messages.close("The runner is gone.", "not begun");

    assertThat(named("Good").status()).isEqualTo(Status.FAILED);
  }
}
