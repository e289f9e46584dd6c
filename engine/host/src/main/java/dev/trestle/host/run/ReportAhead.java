package dev.trestle.host.run;

import dev.trestle.host.report.AllureReport;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.ScenarioResult;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Makes the report while the run goes on: it is prepared while the runner boots, and each result is
 * read when its scenario has ended.
 */
final class ReportAhead implements ScenarioListener, AutoCloseable {

  private static final String END = "";

  private final boolean wanted;
  private final String project;
  private final Path results;
  private final Path html;
  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
  private final Thread reading = new Thread(this::read, "report");
  private @Nullable AllureReport report;
  private volatile @Nullable RuntimeException failure;

  ReportAhead(RunRequest request) {
    this.wanted = !request.output().report().isEmpty();
    this.project = request.project();
    this.results = Path.of(request.output().allureResults());
    this.html = Path.of(request.output().report());
    reading.setDaemon(true);
  }

  /** Begins; the folder of results has been emptied. */
  void start() {
    if (wanted) {
      reading.start();
    }
  }

  @Override
  public void planned(Map<String, Integer> files) {}

  @Override
  public void finished(String file, String testCaseId, ScenarioResult result) {
    ended.add(testCaseId + "-result.json");
  }

  private void read() {
    try {
      AllureReport.prepare();
      report = AllureReport.begin(project, results, html);
      readResults(report);
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) { // else the run would end as if there were a report
      failure = new IllegalStateException("The report could not be made: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The message that a scenario ended may be here before its result; the next round finds it. */
  private void readResults(AllureReport into) throws InterruptedException {
    Deque<String> late = new ArrayDeque<>();
    for (String file = ended.take(); !file.equals(END); file = ended.take()) {
      while (!late.isEmpty() && into.add(late.peekFirst())) {
        late.removeFirst();
      }
      if (!into.add(file)) {
        late.addLast(file);
      }
    }
  }

  /** Writes the report, with all results that are there now. */
  void finish() throws InterruptedException {
    ended.add(END);
    reading.join();
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    if (report != null) {
      report.finish();
    }
  }

  /** Leaves nothing behind of a report that was not finished. */
  @Override
  public void close() {
    ended.add(END);
    boolean interrupted = Thread.interrupted();
    try {
      reading.join();
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (report != null) {
      report.close();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
