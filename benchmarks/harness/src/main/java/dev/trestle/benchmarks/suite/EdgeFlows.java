package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Session;
import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.stack.Java;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Cornershop's flows that need no edge, run in an environment that is up, with edges and without.
 */
final class EdgeFlows {

  private static final Duration BOUND = Duration.ofMinutes(9);

  private final Bench bench;
  private final Figures figures;
  private final Path features;
  private final Map<String, String> variables = Map.of("JAVA_HOME", Java.home().toString());

  EdgeFlows(Bench bench, Figures figures) {
    this.bench = bench;
    this.figures = figures;
    this.features = bench.home().resolveSibling("features");
  }

  /** Runs them in each environment once without measuring, and once measured. */
  void run(int repetitions) throws IOException, InterruptedException {
    List<String> order = new ArrayList<>(List.of("true", "false"));
    for (int i = 0; i < repetitions; i++) {
      Collections.rotate(order, 1);
      for (String edges : order) {
        if (!once(edges)) {
          return;
        }
      }
    }
  }

  private boolean once(String edges) throws IOException, InterruptedException {
    List<String> properties =
        List.of(
            "-Dtrestle.edges=" + edges,
            "-Dtrestle.runtime=process",
            "-Dtrestle.tags=not @edges and not @outage");
    try (Session session =
        Session.start(
            bench.maven().timed("trestle:start", properties),
            features,
            variables,
            bench.stopwatch().log("edges-flows-start"))) {
      if (session.waitFor() != 0) {
        figures.skip("trestle:start did not succeed; see " + session.log());
        return false;
      }
      String name = "edges-flows-" + (edges.equals("true") ? "on" : "off");
      List<String> run = bench.maven().timed("trestle:run", properties);
      Usage warm = timed(name, run);
      Usage usage = timed(name, run);
      timed("edges-flows-stop", bench.maven().timed("trestle:stop", List.of()));
      if (warm.exit() != 0 || usage.exit() != 0) {
        figures.skip("the flows failed; see " + bench.stopwatch().log(name));
        return false;
      }
      String subject = "flows, edges " + (edges.equals("true") ? "on" : "off");
      figures.keep(subject, "wall", "s", usage.wall());
      return true;
    }
  }

  private Usage timed(String name, List<String> command) throws IOException, InterruptedException {
    return bench.stopwatch().run(name, command, features, variables, BOUND);
  }
}
