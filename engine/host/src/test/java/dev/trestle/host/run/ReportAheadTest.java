package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportAheadTest {

  private static final ScenarioResult PASSED =
      new ScenarioResult("id", "Cart", "Good", "a.feature:3", Status.PASSED, 1, null, null);

  @TempDir Path target;

  private RunRequest request() {
    return new RunRequest(
        Protocol.VERSION,
        "Shop",
        target.toString(),
        List.of(),
        List.of(),
        Map.of(),
        "auto",
        true,
        List.of(),
        List.of(),
        null,
        List.of(),
        1,
        false,
        false,
        "fail",
        "fail",
        new RunRequest.RunnerLaunch("java", List.of(), List.of()),
        new RunRequest.Output(
            target.resolve("results").toString(),
            target.resolve("report/index.html").toString(),
            target.resolve("junit").toString(),
            target.resolve("metrics.json").toString(),
            target.resolve("logs").toString()));
  }

  private void result(String uuid) throws IOException {
    Files.createDirectories(target.resolve("results"));
    Files.writeString(
        target.resolve("results/" + uuid + "-result.json"),
        "{\"uuid\":\"" + uuid + "\",\"name\":\"" + uuid + "\",\"status\":\"passed\"}");
  }

  private List<String> inReportFolder() throws IOException {
    try (Stream<Path> files = Files.list(target.resolve("report"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void results_come_before_or_after_the_word_of_their_end_or_without_any() throws Exception {
    try (ReportAhead report = new ReportAhead(request())) {
      report.start();
      result("early");
      report.finished("a.feature", "early", PASSED);
      report.finished("a.feature", "late", PASSED);
      report.finished("a.feature", "never", PASSED);
      result("late");
      result("unheard");
      report.finish();
    }

    String html = Files.readString(target.resolve("report/index.html"));
    assertThat(html.contains("window.reportData")).isTrue();
    assertThat(inReportFolder()).containsExactly("index.html");
  }

  @Test
  void a_run_that_ends_without_results_leaves_no_report() throws Exception {
    try (ReportAhead report = new ReportAhead(request())) {
      report.start();
      report.finished("a.feature", "never", PASSED);
    }

    assertThat(inReportFolder()).isEmpty();
  }
}
