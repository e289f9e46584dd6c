package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.shop.ShopProcess;
import dev.trestle.benchmarks.stack.Folders;
import dev.trestle.benchmarks.stack.Java;
import dev.trestle.benchmarks.stack.Project;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import dev.trestle.benchmarks.workload.AllureResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trestle's HTML report alone, from results that are there: {@code mvn trestle:report}. */
public final class ReportSuite {

  private static final int RUN = 1000;

  /** No results at all show what Maven and the host cost. */
  private static final List<Integer> SIZES = List.of(0, 1000, 10_000);

  private final Bench bench;
  private final Figures figures;
  private final Stack trestle;
  private final Path work;

  /** A suite. */
  public ReportSuite(Bench bench) {
    this.bench = bench;
    this.figures = new Figures(bench, "report");
    this.trestle =
        Stacks.all(bench.home()).stream()
            .filter(stack -> stack.name().equals(Stacks.TRESTLE))
            .findFirst()
            .orElseThrow();
    this.work = bench.home().resolve("target/report");
  }

  /** Runs 1,000 scenarios, multiplies their results, and makes the report of each size. */
  public void run(int repetitions) throws IOException, InterruptedException {
    Path source = results();
    for (int size : SIZES) {
      Path results = work.resolve("results-" + size);
      Folders.delete(results);
      AllureResults.multiply(source, results, size / RUN);
      figures.keep(subject(size), "results", "MB", megabytes(Folders.size(results)));
    }
    for (int repetition = 0; repetition < repetitions; repetition++) {
      for (int size : SIZES) {
        report(size);
      }
    }
  }

  private Path results() throws IOException, InterruptedException {
    try (ShopProcess shop = ShopProcess.start(bench.home())) {
      StackRun run = new StackRun(bench, shop);
      Shape shape = new Shape(RUN, 0, 2);
      StackRun.Outcome outcome = run.run(trestle, shape);
      String problem = StacksSuite.problem(trestle, shape, outcome);
      if (!problem.isEmpty()) {
        throw new IllegalStateException(
            "There are no results to make a report of: "
                + problem
                + "\nSee "
                + run.log(trestle, shape));
      }
    }
    Path source = work.resolve("results");
    Folders.delete(source);
    Files.createDirectories(work);
    Files.move(trestle.project().resolve("target/allure-results"), source);
    return source;
  }

  private void report(int size) throws IOException, InterruptedException {
    new Project(trestle.project()).clear();
    Path html = work.resolve("report-" + size + ".html");
    Folders.delete(html);
    List<String> properties =
        List.of(
            "-Dtrestle.allureResults=" + work.resolve("results-" + size),
            "-Dtrestle.report=" + html);
    Usage usage =
        bench
            .stopwatch()
            .run(
                "report-" + size,
                bench.maven().timed("trestle:report", properties),
                trestle.project(),
                Map.of("JAVA_HOME", Java.home().toString(), "JDK_JAVA_OPTIONS", "-Xmx512m"),
                Duration.ofMinutes(10));
    if (usage.exit() != 0) {
      figures.skip(
          subject(size) + ": the build failed; see " + bench.stopwatch().log("report-" + size));
      return;
    }
    figures.keep(subject(size), usage);
    figures.keep(subject(size), "HTML", "MB", megabytes(Files.size(html)));
  }

  private static String subject(int size) {
    return String.format(Locale.ROOT, "%,d results", size);
  }

  private static double megabytes(long bytes) {
    return bytes / (1024.0 * 1024.0);
  }
}
