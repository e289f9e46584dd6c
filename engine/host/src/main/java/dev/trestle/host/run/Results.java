package dev.trestle.host.run;

import dev.trestle.host.edge.InteractionReport;
import dev.trestle.host.report.InteractionsFile;
import dev.trestle.host.report.JunitXml;
import dev.trestle.host.report.Metrics;
import dev.trestle.protocol.ContractResult;
import dev.trestle.protocol.EarlierResults;
import dev.trestle.protocol.InteractionCoverage;
import dev.trestle.protocol.RunEvent.RunAborted;
import dev.trestle.protocol.RunOutcome;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that a run leaves. */
final class Results {

  private final RunRequest request;
  private @Nullable InteractionCoverage coverage;
  private ContractResult contracts = ContractResult.NONE;

  Results(RunRequest request) {
    this.request = request;
  }

  /** Deletes what an earlier run left, so that nothing old passes for new. */
  void clear() throws IOException {
    EarlierResults.delete(request.output());
    Files.createDirectories(Path.of(request.output().allureResults()));
  }

  /** Writes which edges were exercised, and how. */
  void write(InteractionReport interactions) {
    contracts = interactions.contracts();
    InteractionsFile.write(interactions, folder(), Path.of(request.output().allureResults()));
    InteractionReport.Cells cells = interactions.coverage();
    coverage =
        new InteractionCoverage(
            cells.all(),
            cells.filled(),
            cells.empty(),
            folder().resolve(InteractionsFile.MARKDOWN).toString());
  }

  private Path folder() {
    return Path.of(request.output().metrics()).getParent();
  }

  /** Writes the report, JUnit XML and metrics, and returns the verdict. */
  RunOutcome write(
      List<ScenarioResult> scenarios,
      @Nullable RunAborted trouble,
      JunitXml junit,
      ReportAhead report,
      Duration environment,
      Duration run)
      throws IOException, InterruptedException {
    RunOutcome outcome =
        new RunOutcome(scenarios, run.toMillis(), request.output().report())
            .with(contracts)
            .with(coverage)
            .with(trouble);
    if (request.dryRun()) {
      junit.discard(); // Nothing ran, so that nothing may look like a result.
      report.finish();
      return outcome;
    }
    junit.write(trouble == null ? null : trouble.message());
    Metrics.of(request.project(), environment.toMillis(), outcome)
        .write(Path.of(request.output().metrics()));
    report.finish();
    return outcome;
  }
}
