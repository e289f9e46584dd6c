package dev.trestle.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.benchmarks.plan.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private static final Shape SHAPE = new Shape(100, 20, 4);
  private static final List<Stack> STACKS = Stacks.all(Path.of("benchmarks"));

  @Test
  void every_build_is_called_alike() {
    Commands commands = new Commands(new Maven(""));

    assertThat(STACKS)
        .filteredOn(stack -> stack.kind() == Stack.Kind.BUILD)
        .allSatisfy(
            stack ->
                assertThat(commands.of(stack, SHAPE, "http://127.0.0.1:1"))
                    .containsExactly(
                        "mvn",
                        "-o",
                        "-B",
                        "-ntp",
                        "verify",
                        "-Dshop.url=http://127.0.0.1:1",
                        "-Dlanes=4",
                        "-Dlanes.parallel=true",
                        "-Dtrestle.lanes=4"));
  }

  @Test
  void a_local_repository_goes_to_every_build() {
    assertThat(new Maven("/somewhere").timed("verify", List.of()))
        .containsExactly("mvn", "-o", "-B", "-ntp", "-Dmaven.repo.local=/somewhere", "verify");
  }

  @Test
  void the_floor_is_a_program_without_maven() {
    assertThat(new Commands(new Maven("")).of(STACKS.get(2), SHAPE, "http://127.0.0.1:1"))
        .doesNotContain("mvn")
        .endsWith("http://127.0.0.1:1", "100", "4");
  }
}
