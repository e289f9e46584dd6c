package dev.trestle.steps.core.internal;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.RunPlan;
import dev.trestle.protocol.RunnerEnd;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the runner itself states beside Cucumber's messages: the plan before the first scenario, and
 * at its own good end how many scenarios ended with each status. A host that misses either fails
 * the build.
 */
public final class RunStatement {

  private final OutputStream host;
  private final Map<String, Long> ended = new ConcurrentHashMap<>();
  private volatile int planned = -1;

  /** States to a host. */
  public RunStatement(OutputStream host) {
    this.host = host;
  }

  /** States which scenarios will be run, by the ids of their pickles. */
  public void plan(List<String> pickles) {
    planned = pickles.size();
    state(Map.of(RunPlan.MESSAGE, Map.of("pickles", pickles)));
  }

  /**
   * States that something in a feature file has to be corrected, as Cucumber does for a file that
   * it cannot parse.
   *
   * @param uri the file as Cucumber names it
   * @param line the line
   * @param message what is wrong and how to mend it
   */
  public void problem(String uri, long line, String message) {
    state("parseError", uri, line, message);
  }

  /**
   * States that something that was selected cannot be run, for which the run is red; the rest is
   * run.
   *
   * @param uri the file as Cucumber names it
   * @param line the line
   * @param message what it is and how to mend it
   */
  public void leftOut(String uri, long line, String message) {
    state(RunPlan.LEFT_OUT, uri, line, message);
  }

  private void state(String kind, String uri, long line, String message) {
    Map<String, Object> source = Map.of("uri", uri, "location", Map.of("line", line));
    state(Map.of(kind, Map.of("source", source, "message", message)));
  }

  /** A scenario ended with a status, by Cucumber's name for it. */
  public void ended(String status) {
    ended.merge(status, 1L, Long::sum);
  }

  /**
   * States that Cucumber came to its own end.
   *
   * @throws IllegalStateException when there was no plan, since then Cucumber never got so far
   */
  public void end() {
    if (planned < 0) {
      throw new IllegalStateException("Cucumber ended before it selected scenarios.");
    }
    state(Map.of(RunnerEnd.MESSAGE, Map.of("planned", planned, "ended", Map.copyOf(ended))));
  }

  private void state(Map<String, ?> message) {
    try {
      host.write((Json.write(message) + "\n").getBytes(StandardCharsets.UTF_8));
      host.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
