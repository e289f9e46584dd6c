package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.host.edge.InteractionReport;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.InteractionCoverage;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordTest {

  private static final String META = "{\"meta\":{}}\n";

  private static final String ALL =
      META
          + "{\"gherkinDocument\":{\"uri\":\"file:///shop/a.feature\",\"feature\":{\"name\":\"Cart\"}}}\n"
          + "{\"pickle\":{\"id\":\"p\",\"uri\":\"file:///shop/a.feature\",\"name\":\"Paid\","
          + "\"steps\":[{\"id\":\"ps\",\"text\":\"x\"}]}}\n"
          + "{\"trestlePlan\":{\"pickles\":[\"p\"]}}\n"
          + "{\"testCase\":{\"id\":\"c\",\"pickleId\":\"p\",\"testSteps\":"
          + "[{\"id\":\"s\",\"pickleStepId\":\"ps\"}]}}\n"
          + "{\"testCaseStarted\":{\"id\":\"t\",\"testCaseId\":\"c\",\"timestamp\":{\"seconds\":1}}}\n"
          + "{\"testStepFinished\":{\"testCaseStartedId\":\"t\",\"testStepId\":\"s\","
          + "\"testStepResult\":{\"status\":\"FAILED\",\"message\":\"timed out\"}}}\n"
          + "{\"testCaseFinished\":{\"testCaseStartedId\":\"t\",\"timestamp\":{\"seconds\":2}}}\n"
          + "{\"testRunFinished\":{\"timestamp\":{\"seconds\":3}}}\n"
          + "{\"trestleEnd\":{\"planned\":1,\"ended\":{\"FAILED\":1}}}\n";

  @TempDir Path folder;
  private final List<RunEvent> events = new ArrayList<>();

  private RunRequest request(boolean tellsScenarios) {
    return new RunRequest(
        Protocol.VERSION,
        "Shop",
        "/shop",
        List.of(),
        List.of(),
        Map.of(),
        "auto",
        true,
        List.of(),
        List.of(),
        null,
        List.of(),
        2,
        false,
        tellsScenarios,
        "fail",
        "fail",
        new RunRequest.RunnerLaunch("java", List.of(), List.of()),
        new RunRequest.Output(
            folder.resolve("allure").toString(),
            folder.resolve("report/index.html").toString(),
            folder.resolve("junit").toString(),
            folder.resolve("metrics.json").toString(),
            folder.resolve("logs").toString()));
  }

  private RunRecord record(boolean tellsScenarios) throws IOException {
    RunRecord record =
        new RunRecord(
            request(tellsScenarios),
            events::add,
            new MachineLoad(() -> Optional.of("load of 9"), 2));
    record.begin();
    return record;
  }

  private static void receive(RunRecord record, String ndjson) throws IOException {
    record.receive(new ByteArrayInputStream(ndjson.getBytes(StandardCharsets.UTF_8)));
  }

  private static RunOutcome conclude(RunRecord record) throws Exception {
    return record.conclude(
        new RunnerOutput(0, "last", Path.of("runner.log"), false), Duration.ZERO, Duration.ZERO);
  }

  private Stream<Path> inReportFolder() throws IOException {
    return Files.exists(folder.resolve("report"))
        ? Files.list(folder.resolve("report"))
        : Stream.of();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_run_leaves_its_report_and_a_warning_of_the_load(boolean tellsScenarios) throws Exception {
    RunOutcome outcome;
    try (RunRecord record = record(tellsScenarios)) {
      receive(record, ALL);
      record.awaitMessages(Duration.ofMillis(1));
      outcome = conclude(record);
    }

    assertThat(outcome.trouble()).isNull();
    assertThat(outcome.count(Status.FAILED)).isEqualTo(1);
    assertThat(outcome.interactions()).isNull();
    assertThat(folder.resolve("report/index.html")).isNotEmptyFile();
    assertThat(inReportFolder()).hasSize(1);
    assertThat(events.stream().filter(RunEvent.ScenarioFinished.class::isInstance))
        .hasSize(tellsScenarios ? 1 : 0);
    assertThat(events.stream().filter(RunEvent.FeatureFinished.class::isInstance)).hasSize(1);
    assertThat(events.stream().filter(RunEvent.Warning.class::isInstance))
        .singleElement()
        .satisfies(
            event ->
                assertThat(((RunEvent.Warning) event).message())
                    .startsWith("One failure by a timeout"));
  }

  @Test
  void what_passed_the_edges_is_in_the_outcome() throws Exception {
    try (RunRecord record = record(false)) {
      receive(record, ALL);
      record.seen(
          new InteractionReport(
              List.of(),
              List.of(),
              List.of(),
              Map.of(),
              new InteractionReport.Cells(7, 2, List.of("a -> b: slow")),
              ContractResult.NONE));
      InteractionCoverage seen = conclude(record).interactions();

      assertThat(seen).isNotNull();
      assertThat(seen.cells()).isEqualTo(7);
    }
  }

  @Test
  void a_run_that_is_given_up_leaves_no_half_a_report() throws Exception {
    try (RunRecord record = record(false)) {
      receive(record, META);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> inReportFolder().findAny().isPresent());
    }

    assertThat(inReportFolder()).isEmpty();
  }

  @Test
  void messages_that_do_not_end_are_trouble() throws Exception {
    try (RunRecord record = record(false)) {
      RunningStream endless = new RunningStream(META + ALL);
      Thread receiving = new Thread(() -> endless.passTo(record));
      receiving.start();
      endless.awaitTaken();
      record.awaitMessages(Duration.ofMillis(10));
      RunOutcome outcome = conclude(record);
      endless.end();
      receiving.join();

      assertThat(outcome.trouble()).isNotNull();
      assertThat(outcome.trouble().message()).contains("They did not end within 0 s");
    }
  }

  @Test
  void the_end_of_the_messages_is_waited_for() throws Exception {
    try (RunRecord record = record(false)) {
      RunningStream stream = new RunningStream(ALL);
      Thread receiving = new Thread(() -> stream.passTo(record));
      receiving.start();
      stream.awaitTaken();
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(
              () -> {
                try {
                  record.awaitMessages();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });

      assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      stream.end();
      waiting.get(30, TimeUnit.SECONDS);
      receiving.join();

      assertThat(conclude(record).trouble()).isNull();
    }
  }

  @Test
  void a_runner_that_said_nothing_is_not_waited_for() throws Exception {
    try (RunRecord record = record(false)) {
      record.awaitMessages(Duration.ofMillis(10));

      assertThat(conclude(record).trouble().message())
          .startsWith("The runner ended with exit code 0 before the end of the run.")
          .doesNotContain("did not end within");
    }
  }
}
