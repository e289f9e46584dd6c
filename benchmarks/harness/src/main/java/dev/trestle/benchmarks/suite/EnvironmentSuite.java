package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.stack.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cornershop, seven services with PostgreSQL and Kafka, from the command to "ready". */
public final class EnvironmentSuite {

  private static final String LOGGER = "-Dorg.slf4j.simpleLogger.";
  private static final String SUBJECT = "Cornershop";

  private final Bench bench;
  private final Figures figures;
  private final Path features;

  /** A suite. */
  public EnvironmentSuite(Bench bench) {
    this.bench = bench;
    this.figures = new Figures(bench, "environment");
    this.features = bench.home().resolveSibling("features");
  }

  /** Starts it as often as asked for, after once that does not count. */
  public void run(int repetitions) throws IOException, InterruptedException {
    for (int i = 0; i <= repetitions; i++) {
      LocalDateTime start = LocalDateTime.now(ZoneId.systemDefault());
      Usage usage = flow();
      Path log = bench.stopwatch().log("environment");
      if (usage.exit() != 0) {
        figures.skip("the flow failed; see " + log);
        return;
      }
      if (i > 0) {
        ReadyLine ready = ReadyLine.in(Files.readString(log));
        figures.keep(SUBJECT, "the environment itself", "s", ready.took().toMillis() / 1000.0);
        double total = Duration.between(start, ready.at()).toMillis() / 1000.0;
        figures.keep(SUBJECT, "command to ready", "s", total);
        figures.keep(SUBJECT, "peak memory", "MB", usage.rss());
      }
    }
  }

  private Usage flow() throws IOException, InterruptedException {
    List<String> properties = new ArrayList<>();
    properties.add(LOGGER + "showDateTime=true");
    properties.add(LOGGER + "dateTimeFormat=" + ReadyLine.TIME);
    properties.add("-Dtrestle.features=src/test/features/session.feature");
    properties.add("-Dtrestle.runtime=process");
    return bench
        .stopwatch()
        .run(
            "environment",
            bench.maven().timed("integration-test", properties),
            features,
            Map.of("JAVA_HOME", Java.home().toString()),
            Duration.ofMinutes(5));
  }
}
