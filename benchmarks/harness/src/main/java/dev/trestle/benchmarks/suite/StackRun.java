package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.shop.ShopAdmin;
import dev.trestle.benchmarks.shop.ShopProcess;
import dev.trestle.benchmarks.stack.Commands;
import dev.trestle.benchmarks.stack.Java;
import dev.trestle.benchmarks.stack.Project;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.workload.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs a stack once against the shop. */
final class StackRun {

  private final Bench bench;
  private final ShopProcess shop;
  private final ShopAdmin admin;

  StackRun(Bench bench, ShopProcess shop) {
    this.bench = bench;
    this.shop = shop;
    this.admin = new ShopAdmin(shop.address());
  }

  /**
   * What a run took and what the shop saw.
   *
   * @param usage what it took
   * @param counts the calls by route
   */
  record Outcome(Usage usage, Map<String, Integer> counts) {

    int calls() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** The server's administration. */
  ShopAdmin admin() {
    return admin;
  }

  /** Where a stack's output is. */
  Path log(Stack stack, Shape shape) {
    return bench.stopwatch().log(name(stack, shape));
  }

  /** Builds it once with one scenario, online. */
  void prepare(Stack stack) throws IOException, InterruptedException {
    generate(stack, Shape.ONE);
    String name = "prepare-" + stack.name();
    List<String> command = new Commands(bench.maven()).prepare(stack, shop.address());
    Usage usage =
        bench.stopwatch().run(name, command, stack.project(), variables(), Duration.ofMinutes(30));
    if (usage.exit() != 0) {
      throw new IllegalStateException(
          "The project of "
              + stack.name()
              + " does not build.\nSee "
              + bench.stopwatch().log(name)
              + ".");
    }
  }

  /** Runs it; everything that is not the stack's own work is done before the clock starts. */
  Outcome run(Stack stack, Shape shape) throws IOException, InterruptedException {
    generate(stack, shape);
    admin.prepare(shape.delay());
    Usage usage =
        bench
            .stopwatch()
            .run(
                name(stack, shape),
                new Commands(bench.maven()).of(stack, shape, shop.address()),
                stack.project(),
                variables(),
                bound(shape));
    return new Outcome(usage, admin.counts());
  }

  private void generate(Stack stack, Shape shape) throws IOException {
    Project project = new Project(stack.project());
    project.clear();
    Path feature = stack.project().resolve("checkout.feature");
    if (Files.exists(feature)) {
      Features.write(feature, project.workload(), shape.scenarios(), shop.address());
    }
  }

  /** Maven and the floor run on the same Java. */
  private static Map<String, String> variables() {
    return Map.of("JAVA_HOME", Java.home().toString());
  }

  private static String name(Stack stack, Shape shape) {
    return String.join(
        "-", stack.name(), "n" + shape.scenarios(), shape.delay() + "ms", "l" + shape.lanes());
  }

  private static Duration bound(Shape shape) {
    return Duration.ofMinutes(5).plusMillis(shape.scenarios() * (300L + 10L * shape.delay()));
  }
}
