package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.load.Caller;
import dev.trestle.benchmarks.load.Latencies;
import dev.trestle.benchmarks.load.Load;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an edge proxy costs: a call through it, beside the same call directly and through nginx; the
 * heap that recorded calls take; and the flows with edges and without.
 */
public final class EdgeSuite {

  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration MEASURED = Duration.ofSeconds(2);
  private static final Load RECORDED = new Load(4, 1024);
  private static final int EACH = 2_500;

  private final Bench bench;
  private final Figures figures;
  private final Figures hops;

  /** A suite. */
  public EdgeSuite(Bench bench) {
    this.bench = bench;
    this.figures = new Figures(bench, "edges");
    this.hops = new Figures(bench, "hop");
  }

  /** Measures as often as asked for, with a warm-up that does not count. */
  public void run(int repetitions) throws IOException, InterruptedException {
    try (EdgeEnvironment environment = EdgeEnvironment.start(bench)) {
      record(environment);
      hop(environment, repetitions);
    }
    new EdgeFlows(bench, figures).run(repetitions);
  }

  private void record(EdgeEnvironment environment) throws IOException, InterruptedException {
    double before = environment.heap();
    Caller caller = new Caller(environment.edge(), RECORDED);
    int calls = caller.call(EACH).count();
    double after = environment.heap();
    String subject = String.format("%,d calls recorded", calls);
    figures.keep(subject, "host heap before", "MB", before);
    figures.keep(subject, "host heap after", "MB", after);
    figures.keep(subject, "calls kept", "calls", environment.kept(caller.traces()));
  }

  private void hop(EdgeEnvironment environment, int repetitions)
      throws IOException, InterruptedException {
    Map<String, Integer> ways = new LinkedHashMap<>();
    ways.put("direct", environment.direct());
    ways.put("edge", environment.edge());
    if (!Nginx.isInstalled()) {
      hops.skip("nginx is not installed; what it costs is not measured");
      measure(ways, repetitions);
      return;
    }
    try (Nginx nginx = Nginx.start(bench.home().resolve("target/nginx"), environment.direct())) {
      ways.put("nginx", nginx.port());
      measure(ways, repetitions);
    }
  }

  private void measure(Map<String, Integer> ways, int repetitions)
      throws IOException, InterruptedException {
    List<String> order = new ArrayList<>(ways.keySet());
    for (Load load : Load.ALL) {
      for (int port : ways.values()) {
        new Caller(port, load).call(WARM_UP);
      }
      for (int repetition = 0; repetition < repetitions; repetition++) {
        Collections.rotate(order, 1);
        for (String way : order) {
          keep(load, way, new Caller(ways.get(way), load).call(MEASURED));
        }
      }
    }
  }

  private void keep(Load load, String way, Latencies latencies) throws IOException {
    String subject = load + ", " + way;
    hops.keep(subject, "p50", "µs", latencies.percentile(50));
    hops.keep(subject, "p99", "µs", latencies.percentile(99));
    hops.keep(subject, "throughput", "calls/s", latencies.perSecond());
  }
}
