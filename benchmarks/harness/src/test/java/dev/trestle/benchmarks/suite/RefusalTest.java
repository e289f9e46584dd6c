package dev.trestle.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {

  private static final Shape TWO = new Shape(2, 0, 1);
  private static final Map<String, Integer> EXACT =
      Map.of("POST /carts", 2, "items", 2, "GET /carts", 2, "POST /orders", 2, "GET /orders", 2);

  @Test
  void a_green_build_with_all_calls_counts() {
    assertThat(problem("karate", 0, EXACT)).isEmpty();
  }

  @Test
  void a_red_build_does_not_count() {
    assertThat(problem("karate", 1, EXACT)).contains("exit code 1");
  }

  @Test
  void a_call_too_few_or_too_many_does_not_count() {
    Map<String, Integer> uneven =
        Map.of("POST /carts", 3, "items", 1, "GET /carts", 2, "POST /orders", 2, "GET /orders", 2);

    assertThat(problem("karate", 0, uneven)).contains("instead of 2 calls");
    assertThat(problem("karate", 0, Map.of("POST /carts", 2))).contains("instead of 2 calls");
  }

  @Test
  void an_empty_build_makes_no_call() {
    assertThat(problem("empty", 0, Map.of())).isEmpty();
    assertThat(problem("empty", 0, Map.of("POST /carts", 1))).isNotEmpty();
  }

  private static String problem(String name, int exit, Map<String, Integer> counts) {
    Stack stack =
        Stacks.all(Path.of("")).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    Usage usage = new Usage(exit, 1, 1, 0, 0, 100, 100);
    return StacksSuite.problem(stack, TWO, new StackRun.Outcome(usage, counts));
  }
}
