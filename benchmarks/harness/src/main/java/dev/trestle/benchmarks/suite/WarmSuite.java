package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Session;
import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.shop.ShopProcess;
import dev.trestle.benchmarks.stack.Java;
import dev.trestle.benchmarks.stack.Project;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import dev.trestle.benchmarks.workload.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The inner loop: with the environment up, a feature is edited and one scenario is run to its
 * verdict, beside an empty build.
 */
public final class WarmSuite {

  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final String FEATURE = "target/workload/features/checkout-001.feature";

  private final Bench bench;
  private final Figures figures;
  private final Path project;
  private final Path empty;
  private final Map<String, String> variables = Map.of("JAVA_HOME", Java.home().toString());

  /** A suite. */
  public WarmSuite(Bench bench) {
    this.bench = bench;
    this.figures = new Figures(bench, "warm");
    List<Stack> stacks = Stacks.all(bench.home());
    this.project = project(stacks, Stacks.TRESTLE);
    this.empty = project(stacks, "validate");
  }

  private static Path project(List<Stack> stacks, String name) {
    return stacks.stream()
        .filter(stack -> stack.name().equals(name))
        .findFirst()
        .orElseThrow()
        .project();
  }

  /** Measures as often as asked for, after one round that does not count. */
  public void run(int repetitions) throws IOException, InterruptedException {
    new Project(project).clear();
    try (ShopProcess shop = ShopProcess.start(bench.home());
        Session session =
            Session.start(
                bench.maven().timed("trestle:start", List.of()),
                project,
                variables,
                bench.stopwatch().log("warm-start"))) {
      if (session.waitFor() != 0) {
        figures.skip("trestle:start did not succeed; see " + session.log());
        return;
      }
      Features.write(
          project.resolve("checkout.feature"), new Project(project).workload(), 1, shop.address());
      StackRun run = new StackRun(bench, shop);
      for (int i = 0; i <= repetitions; i++) {
        once(run, i);
      }
      bench.stopwatch().run("warm-stop", goal("trestle:stop"), project, variables, BOUND);
    }
  }

  private void once(StackRun run, int round) throws IOException, InterruptedException {
    Path feature = project.resolve(FEATURE);
    String text = Files.readString(feature);
    Files.writeString(feature, text.replaceFirst("Scenario: .*", "Scenario: Edit " + round));
    run.admin().prepare(0);
    Usage one = timed("warm-run", goal("trestle:run", "-Dtrestle.features=" + FEATURE), project);
    int calls = run.admin().counts().values().stream().mapToInt(Integer::intValue).sum();
    Usage none = timed("warm-validate", goal("validate"), empty);
    if (one.exit() != 0 || calls != Shape.ONE.calls()) {
      figures.skip(
          "the run failed or made " + calls + " calls; see " + bench.stopwatch().log("warm-run"));
    } else if (round > 0) {
      figures.keep("edit and run one scenario", "wall", "s", one.wall());
      figures.keep("empty mvn validate", "wall", "s", none.wall());
    }
  }

  private Usage timed(String name, List<String> command, Path folder)
      throws IOException, InterruptedException {
    return bench.stopwatch().run(name, command, folder, variables, BOUND);
  }

  private List<String> goal(String goal, String... properties) {
    return bench.maven().timed(goal, List.of(properties));
  }
}
