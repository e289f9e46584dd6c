package dev.trestle.host.report;

import dev.trestle.protocol.EarlierResults;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * JUnit XML, the format that CI servers read, in the shape of Cucumber's own formatter. Scenarios
 * are written as they end, beside the file, since its first line has their count.
 */
public final class JunitXml {

  /** The name of the file. */
  public static final String FILE = EarlierResults.JUNIT;

  private static final long NANOS = 1_000_000_000L;

  private final String suite;
  private final Path folder;
  private @Nullable GrowingFile cases;
  private long began;
  private long ended;
  private int tests;
  private int skipped;
  private int failures;

  /**
   * Results to come.
   *
   * @param suite the test suite's name
   * @param folder where the file goes
   */
  public JunitXml(String suite, Path folder) {
    this.suite = suite;
    this.folder = folder;
  }

  /** The run began, in nanoseconds since 1970. */
  public synchronized void begun(long nanos) {
    began = nanos;
    ended = nanos;
  }

  /** The run ended, or was seen to go on, in nanoseconds since 1970. */
  public synchronized void ended(long nanos) {
    ended = nanos;
  }

  /** Adds a scenario. */
  public synchronized void add(JunitCase scenario) {
    tests++;
    skipped += scenario.status() == Status.SKIPPED ? 1 : 0;
    failures += scenario.status().isRed() ? 1 : 0;
    if (cases == null) {
      cases = GrowingFile.beside(folder.resolve(FILE));
    }
    cases.append(xml(scenario));
  }

  /**
   * Writes the file, {@link #FILE}, whole.
   *
   * @param trouble why the run did not come to its good end, or null when it did
   */
  public synchronized void write(@Nullable String trouble) {
    XmlText head = new XmlText().raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
    head.attribute("name", suite).attribute("time", seconds((ended - began) / 1_000_000));
    head.attribute("tests", String.valueOf(tests)).attribute("skipped", String.valueOf(skipped));
    head.attribute("failures", String.valueOf(failures));
    head.attribute("errors", trouble == null ? "0" : "1");
    if (began > 0) {
      head.attribute("timestamp", Instant.ofEpochSecond(began / NANOS, began % NANOS).toString());
    }
    head.raw(">\n");
    AtomicFile.write(folder.resolve(FILE), out -> write(out, head.toString(), trouble));
  }

  /** Forgets what was added; no file is written. */
  public synchronized void discard() throws IOException {
    if (cases != null) {
      cases.moveTo(OutputStream.nullOutputStream());
      cases = null;
    }
  }

  private void write(OutputStream out, String head, @Nullable String trouble) throws IOException {
    out.write(head.getBytes(StandardCharsets.UTF_8));
    if (cases != null) {
      cases.moveTo(out);
      cases = null;
    }
    if (trouble != null) {
      XmlText error = new XmlText().raw("<system-err>").data(trouble).raw("</system-err>\n");
      out.write(error.toString().getBytes(StandardCharsets.UTF_8));
    }
    out.write("</testsuite>\n".getBytes(StandardCharsets.UTF_8));
  }

  private static String xml(JunitCase scenario) {
    XmlText xml = new XmlText().raw("<testcase");
    xml.attribute("classname", scenario.className()).attribute("name", scenario.name());
    xml.attribute("time", seconds(scenario.millis())).raw(">\n");
    if (scenario.problem() != null) {
      problem(xml, scenario.status() == Status.SKIPPED, scenario.problem());
    }
    if (!scenario.steps().isEmpty()) {
      StringBuilder steps = new StringBuilder("\n");
      scenario.steps().forEach(step -> line(steps, step));
      xml.raw("<system-out>").data(steps.toString()).raw("</system-out>\n");
    }
    return xml.raw("</testcase>\n").toString();
  }

  private static void problem(XmlText xml, boolean skipped, JunitCase.Problem problem) {
    String element = skipped ? "skipped" : "failure";
    xml.raw("<" + element).attribute("type", skipped ? null : problem.type());
    xml.attribute("message", problem.message());
    if (problem.text() == null) {
      xml.raw("/>\n");
    } else {
      xml.raw(">\n").data(problem.text()).raw("\n</" + element + ">\n");
    }
  }

  private static void line(StringBuilder steps, JunitCase.Step step) {
    steps.append(step.text()).append('.');
    steps.append(".".repeat(Math.max(0, 75 - step.text().length())));
    steps.append(step.status()).append('\n');
  }

  private static String seconds(long millis) {
    return String.valueOf(millis / 1000.0);
  }
}
