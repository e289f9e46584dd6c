package dev.trestle.benchmarks;

import dev.trestle.benchmarks.Options.Proving;
import dev.trestle.benchmarks.measure.Stopwatch;
import dev.trestle.benchmarks.page.Chart;
import dev.trestle.benchmarks.page.ResultsPage;
import dev.trestle.benchmarks.plan.Cell;
import dev.trestle.benchmarks.stack.Maven;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stack.Kind;
import dev.trestle.benchmarks.stack.Stacks;
import dev.trestle.benchmarks.store.Machines;
import dev.trestle.benchmarks.store.Results;
import dev.trestle.benchmarks.store.ResultsFile;
import dev.trestle.benchmarks.suite.Bench;
import dev.trestle.benchmarks.suite.EdgeSuite;
import dev.trestle.benchmarks.suite.EnvironmentSuite;
import dev.trestle.benchmarks.suite.Log;
import dev.trestle.benchmarks.suite.Preparation;
import dev.trestle.benchmarks.suite.ProofSuite;
import dev.trestle.benchmarks.suite.ReportSuite;
import dev.trestle.benchmarks.suite.StacksSuite;
import dev.trestle.benchmarks.suite.WarmSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Measures what the command line asks for, and writes the results. */
public final class BenchmarksMain {

  private final Options options;
  private final ResultsFile file;
  private final List<Stack> all;

  private BenchmarksMain(Options options) throws IOException {
    this.options = options;
    this.file = new ResultsFile(options.results().resolve("results.json"));
    this.all = Stacks.all(options.home());
  }

  /** Ends with 1 when a measurement was refused or a check was not proved, with 2 on a mistake. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      System.exit(new BenchmarksMain(OptionsReader.read(arguments)).run() == 0 ? 0 : 1);
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private int run() throws IOException, InterruptedException {
    int problems = 0;
    if (!options.render()) {
      forget();
      file.measuredOn(Machines.here());
      problems = measure();
    }
    render();
    return problems;
  }

  private void forget() throws IOException {
    if (options.fresh()) {
      file.keep(Results.none());
    }
    if (!options.again().isEmpty()) {
      file.keep(file.results().forget(this::again));
    }
  }

  private boolean again(Cell cell) {
    return options.again().contains(cell.stack()) && options.shapes().contains(cell.shape());
  }

  private int measure() throws IOException, InterruptedException {
    List<Stack> stacks =
        all.stream().filter(stack -> options.stacks().contains(stack.name())).toList();
    Bench bench = bench();
    if (options.build()) {
      new Preparation(bench).prepare(comparing() ? stacks : own());
    }
    if (options.proving() == Proving.ONLY) {
      return new ProofSuite(bench).run(stacks);
    }
    int problems = 0;
    for (String suite : options.suites()) {
      if (suite.equals("stacks")) {
        problems += stacks(bench, stacks);
      } else {
        other(bench, suite);
      }
    }
    return problems;
  }

  private boolean comparing() {
    return options.proving() == Proving.ONLY || options.suites().contains("stacks");
  }

  /** What the other suites run. */
  private List<Stack> own() {
    return all.stream().filter(stack -> !stack.peer() && stack.kind() != Kind.PROGRAM).toList();
  }

  private int stacks(Bench bench, List<Stack> stacks) throws IOException, InterruptedException {
    int unproved =
        options.proving() == Proving.MISSING ? new ProofSuite(bench).runMissing(stacks) : 0;
    return unproved
        + new StacksSuite(bench, stacks)
            .run(options.shapes(), options.repetitions(), options.time());
  }

  private void other(Bench bench, String suite) throws IOException, InterruptedException {
    switch (suite) {
      case "report" -> new ReportSuite(bench).run(options.repetitions());
      case "warm" -> new WarmSuite(bench).run(options.repetitions());
      case "edges" -> new EdgeSuite(bench).run(options.repetitions());
      default -> new EnvironmentSuite(bench).run(options.repetitions());
    }
  }

  private Bench bench() {
    return new Bench(
        options.home(),
        new Maven(options.repository()),
        new Stopwatch(options.home().resolve("target/logs")),
        file,
        Machines.revision(options.home()),
        new Log(System.out));
  }

  private void render() throws IOException {
    Files.createDirectories(options.results());
    Results results = file.results();
    String notes = Files.readString(options.home().resolve("notes.md"));
    Files.writeString(
        options.results().resolve("RESULTS.md"), new ResultsPage(results, all, notes).markdown());
    Files.writeString(options.results().resolve("results.svg"), new Chart(results, all).svg());
    System.out.println("Results: " + options.results().resolve("RESULTS.md"));
  }
}
