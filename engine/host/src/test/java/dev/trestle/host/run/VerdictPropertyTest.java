package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.FeatureFinished;
import dev.trestle.protocol.RunEvent.RunFinished;
import dev.trestle.protocol.RunEvent.ScenarioFinished;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Whatever a runner says, in whatever order, how often and until when: everything that counts
 * scenarios counts the same, each planned scenario has one state, and nothing red is green.
 *
 * <p>A build tries some hundred runs. {@code -Dtrestle.property.seconds=1800} tries for as long,
 * and {@code -Dtrestle.property.seed=…} begins with a seed; a finding names its own.
 */
class VerdictPropertyTest {

  private static final int RUNS = Integer.getInteger("trestle.property.runs", 300);

  @TempDir Path folder;

  @Test
  void all_that_counts_scenarios_counts_the_same_and_nothing_red_is_green() throws Exception {
    long seconds = Long.getLong("trestle.property.seconds", 0);
    long first = Long.getLong("trestle.property.seed", seconds == 0 ? 1 : System.nanoTime());
    long begun = System.nanoTime();
    long runs = 0;
    int green = 0;
    while (seconds == 0
        ? runs < RUNS
        : System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(seconds)) {
      green += isGreen(first + runs) ? 1 : 0;
      runs++;
      if (runs % 100_000 == 0) {
        System.out.printf("%d runs, %d of them green, from seed %d%n", runs, green, first);
      }
    }
    System.out.printf("%d runs, %d of them green, from seed %d%n", runs, green, first);
    assertThat(green).as("green runs among %d", runs).isPositive().isLessThan((int) runs);
  }

  /** Seeds of findings. */
  @ParameterizedTest
  @ValueSource(longs = {1})
  void runs_that_once_went_wrong_stay_right(long seed) throws Exception {
    isGreen(seed);
  }

  private boolean isGreen(long seed) throws Exception {
    try {
      MessyRun run = MessyRun.of(seed);
      return check(run);
    } catch (AssertionError | RuntimeException | IOException e) {
      throw new AssertionError("Seed " + seed + " (" + MessyRun.of(seed).kind + "): " + e, e);
    }
  }

  private boolean check(MessyRun run) throws Exception {
    List<RunEvent> events = new ArrayList<>();
    RunOutcome outcome;
    try (RunRecord record = new RunRecord(request(), events::add)) {
      record.begin();
      run.writeAllure(folder.resolve("allure"));
      record.receive(new ByteArrayInputStream(run.stream()));
      RunnerOutput output = new RunnerOutput(run.exit, "last", Path.of("runner.log"), false);
      outcome = crossed(record.conclude(output, Duration.ZERO, Duration.ZERO));
    }
    eachPlannedScenarioHasOneState(run, outcome);
    nothingPassesThatDidNot(run, outcome);
    allCountTheSame(outcome, events);
    boolean green = outcome.trouble() == null && outcome.red().isEmpty();
    if (green) {
      assertThat(run.isGreenInTruth()).as("green in truth").isTrue();
    }
    if (run.isWhole()) {
      assertThat(outcome.trouble()).isNull();
      assertThat(outcome.counts()).isEqualTo(truth(run));
    }
    if (run.exit != 0) {
      assertThat(outcome.trouble()).as("trouble with exit code %d", run.exit).isNotNull();
    }
    return green;
  }

  /** As Maven gets it. */
  private static RunOutcome crossed(RunOutcome outcome) {
    RunEvent event = JsonRecords.read(JsonRecords.write(new RunFinished(outcome)), RunEvent.class);
    return ((RunFinished) event).outcome();
  }

  private static void eachPlannedScenarioHasOneState(MessyRun run, RunOutcome outcome) {
    if (run.isPlanKnown()) {
      assertThat(outcome.scenarios()).hasSize(run.planned.size());
    } else {
      assertThat(outcome.scenarios()).hasSizeLessThanOrEqualTo(run.planned.size());
      assertThat(outcome.trouble()).isNotNull();
    }
    assertThat(outcome.scenarios()).extracting(ScenarioResult::id).doesNotHaveDuplicates();
  }

  private static void nothingPassesThatDidNot(MessyRun run, RunOutcome outcome) {
    for (ScenarioResult result : outcome.scenarios()) {
      if (!result.status().isRed()) {
        int number = Integer.parseInt(result.name().replaceAll("\\D", ""));
        assertThat(result.status()).as(result.name()).isEqualTo(run.truth.get(number));
      }
    }
  }

  private void allCountTheSame(RunOutcome outcome, List<RunEvent> events) throws Exception {
    Map<Status, Long> counts = outcome.counts();
    assertThat(shown(events)).as("features shown").isEqualTo(counts);
    assertThat(ended(events)).as("scenarios shown").isEqualTo(counts);
    assertThat(metrics()).as("metrics.json").isEqualTo(counts);
    long red = outcome.red().size();
    long skipped = outcome.count(Status.SKIPPED);
    long passed = outcome.count(Status.PASSED);
    assertThat(allure()).as("Allure").containsExactly(passed, skipped, red);
    Element junit = junit();
    assertThat(junit.getAttribute("tests")).isEqualTo("" + outcome.scenarios().size());
    assertThat(junit.getAttribute("failures")).isEqualTo("" + red);
    assertThat(junit.getAttribute("skipped")).isEqualTo("" + skipped);
    assertThat(junit.getAttribute("errors")).isEqualTo(outcome.trouble() == null ? "0" : "1");
    assertThat(junit.getElementsByTagName("testcase").getLength())
        .isEqualTo(outcome.scenarios().size());
    assertThat((long) junit.getElementsByTagName("failure").getLength()).isEqualTo(red);
    assertThat((long) junit.getElementsByTagName("skipped").getLength()).isEqualTo(skipped);
  }

  private static Map<Status, Long> none() {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    Stream.of(Status.values()).forEach(status -> counts.put(status, 0L));
    return counts;
  }

  private static Map<Status, Long> count(Stream<Status> statuses) {
    Map<Status, Long> counts = none();
    statuses.forEach(status -> counts.merge(status, 1L, Long::sum));
    return counts;
  }

  private static Map<Status, Long> truth(MessyRun run) {
    return count(run.truth.values().stream());
  }

  private static Map<Status, Long> shown(List<RunEvent> events) {
    return count(
        events.stream()
            .filter(FeatureFinished.class::isInstance)
            .flatMap(event -> ((FeatureFinished) event).statuses().stream()));
  }

  private static Map<Status, Long> ended(List<RunEvent> events) {
    return count(
        events.stream()
            .filter(ScenarioFinished.class::isInstance)
            .map(event -> ((ScenarioFinished) event).result().status()));
  }

  private Map<Status, Long> metrics() throws IOException {
    Map<Status, Long> counts = none();
    Map<?, ?> json = (Map<?, ?>) Json.parse(Files.readString(folder.resolve("metrics.json")));
    Map<?, ?> written = (Map<?, ?>) json.get("counts");
    counts.replaceAll((status, zero) -> (Long) written.get(status.text().replace(' ', '_')));
    assertThat(written).hasSize(counts.size());
    return counts;
  }

  private List<Long> allure() throws IOException {
    long[] counts = new long[3];
    try (Stream<Path> files = Files.list(folder.resolve("allure"))) {
      for (Path file : files.toList()) {
        Map<?, ?> json = (Map<?, ?>) Json.parse(Files.readString(file));
        switch (String.valueOf(json.get("status"))) {
          case "passed" -> counts[0]++;
          case "skipped" -> counts[1]++;
          default -> counts[2]++;
        }
      }
    }
    return List.of(counts[0], counts[1], counts[2]);
  }

  private Element junit() throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("junit/TEST-trestle.xml").toFile());
    return document.getDocumentElement();
  }

  private RunRequest request() {
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
        4,
        false,
        true,
        "fail",
        "fail",
        new RunRequest.RunnerLaunch("java", List.of(), List.of()),
        new RunRequest.Output(
            folder.resolve("allure").toString(),
            "",
            folder.resolve("junit").toString(),
            folder.resolve("metrics.json").toString(),
            folder.resolve("logs").toString()));
  }
}
