package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.shop.ShopProcess;
import dev.trestle.benchmarks.stack.Project;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.store.Proof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a stack makes all checks: it passes when the shop is right, and fails when any one of
 * the eight values is wrong, not before the call that has this value.
 */
public final class ProofSuite {

  /** The number of the call whose answer has the value of each check. */
  private static final int[] CALL = {1, 1, 2, 3, 3, 4, 4, 5};

  private final Bench bench;

  /** A suite. */
  public ProofSuite(Bench bench) {
    this.bench = bench;
  }

  /** Proves each stack that has no proof with its present versions; gives how many failed. */
  public int runMissing(List<Stack> stacks) throws IOException, InterruptedException {
    return run(stacks.stream().filter(stack -> !proved(stack)).toList());
  }

  /** Proves each stack; gives how many failed. */
  public int run(List<Stack> stacks) throws IOException, InterruptedException {
    int failed = 0;
    List<Stack> working = stacks.stream().filter(Stack::works).toList();
    if (working.isEmpty()) {
      return 0;
    }
    try (ShopProcess shop = ShopProcess.start(bench.home())) {
      StackRun run = new StackRun(bench, shop);
      for (Stack stack : working) {
        Proof proof = proof(run, stack);
        bench.results().keep(bench.results().results().with(proof));
        failed += proof.complete() ? 0 : 1;
        bench.log().say(stack.name() + ": checks proved: " + proof.caught());
      }
    }
    return failed;
  }

  private boolean proved(Stack stack) {
    return bench.results().results().proofs().stream()
        .filter(Proof::complete)
        .anyMatch(
            proof ->
                proof.stack().equals(stack.name()) && proof.versions().equals(versions(stack)));
  }

  private Proof proof(StackRun run, Stack stack) throws IOException, InterruptedException {
    List<Integer> caught = new ArrayList<>();
    StackRun.Outcome right = run.run(stack, Shape.ONE);
    String problem = StacksSuite.problem(stack, Shape.ONE, right);
    if (!problem.isEmpty()) {
      bench.log().say(stack.name() + ": " + problem + "; see " + run.log(stack, Shape.ONE));
      return new Proof(stack.name(), versions(stack), Log.now(), caught);
    }
    try {
      for (int check = 1; check <= Proof.CHECKS; check++) {
        run.admin().falsify(check);
        StackRun.Outcome wrong = run.run(stack, Shape.ONE);
        if (wrong.usage().exit() != 0 && wrong.calls() >= CALL[check - 1]) {
          caught.add(check);
        }
      }
    } finally {
      run.admin().falsify(0);
    }
    return new Proof(stack.name(), versions(stack), Log.now(), List.copyOf(caught));
  }

  private static String versions(Stack stack) {
    return new Project(stack.project()).versions().toString();
  }
}
