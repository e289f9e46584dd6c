package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.plan.Cell;
import dev.trestle.benchmarks.plan.Schedule;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.shop.ShopProcess;
import dev.trestle.benchmarks.stack.Project;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import dev.trestle.benchmarks.store.Measurement;
import dev.trestle.benchmarks.store.Results;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Trestle and its peers on the same work. */
public final class StacksSuite {

  private static final Shape SERVER_WARM_UP = new Shape(1000, 0, 2);

  private final Bench bench;
  private final List<Stack> stacks;
  private int refused;

  /**
   * A suite.
   *
   * @param stacks what is compared
   */
  public StacksSuite(Bench bench, List<Stack> stacks) {
    this.bench = bench;
    this.stacks = stacks;
  }

  /**
   * Measures until each cell has its repetitions, or the time is over.
   *
   * @param time after which no measurement begins
   * @return how many measurements were refused
   */
  public int run(List<Shape> shapes, int repetitions, Duration time)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(time);
    List<Cell> cells =
        Schedule.of(stacks, shapes, repetitions, cell -> bench.results().results().of(cell).size());
    try (ShopProcess shop = ShopProcess.start(bench.home())) {
      StackRun run = new StackRun(bench, shop);
      warmUp(run);
      for (int i = 0; i < cells.size() && Instant.now().isBefore(end); i++) {
        measure(run, cells.get(i), (i + 1) + "/" + cells.size());
      }
    }
    return refused;
  }

  /** The server's code is compiled and each stack's files are cached before anything counts. */
  private void warmUp(StackRun run) throws IOException, InterruptedException {
    Stack floor = stack(Stacks.all(bench.home()), Stacks.FLOOR);
    bench.log().say("Warming up the server, then each stack once with N=1");
    run.run(floor, SERVER_WARM_UP);
    for (Stack stack : stacks) {
      run.run(stack, Shape.ONE);
    }
  }

  private void measure(StackRun run, Cell cell, String position)
      throws IOException, InterruptedException {
    Stack stack = stack(stacks, cell.stack());
    StackRun.Outcome outcome = run.run(stack, cell.shape());
    String what = position + " " + stack.name() + ", " + cell.shape();
    String problem = problem(stack, cell.shape(), outcome);
    if (!problem.isEmpty()) {
      refused++;
      bench.log().say(what + ": refused: " + problem + "; see " + run.log(stack, cell.shape()));
      return;
    }
    Usage usage = outcome.usage();
    bench.log().say(what + ": " + usage);
    Results results = bench.results().results();
    bench.results().keep(results.with(measurement(cell, outcome)));
    // Not before the next run: on some file systems, files made soon after many were deleted are
    // slow.
    new Project(stack.project()).clear();
  }

  /** Why a run does not count: a red build, or a call too many or too few on any route. */
  static String problem(Stack stack, Shape shape, StackRun.Outcome outcome) {
    if (outcome.usage().exit() != 0) {
      return "the build failed with exit code " + outcome.usage().exit();
    }
    Map<String, Integer> counts = outcome.counts();
    int each = stack.works() ? shape.scenarios() : 0;
    boolean exact =
        counts.values().stream().allMatch(count -> count == each)
            && outcome.calls() == stack.calls(shape);
    return exact
        ? ""
        : "the shop saw " + counts + " instead of " + each + " calls on each of five routes";
  }

  private Measurement measurement(Cell cell, StackRun.Outcome outcome) {
    Usage usage = outcome.usage();
    return new Measurement(
        cell.stack(),
        cell.shape(),
        Log.now(),
        bench.revision(),
        Rounded.of(usage.wall()),
        Rounded.of(usage.cpu()),
        Rounded.of(usage.rss()),
        Rounded.of(usage.pss()),
        Rounded.of(usage.orphanedCpu()),
        Rounded.of(usage.lingered()),
        outcome.calls());
  }

  private static Stack stack(List<Stack> stacks, String name) {
    return stacks.stream().filter(stack -> stack.name().equals(name)).findFirst().orElseThrow();
  }
}
