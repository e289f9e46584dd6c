package dev.trestle.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs Linux and bash. No time is asserted. */
class StopwatchIT {

  @TempDir Path folder;

  @Test
  void the_exit_code_and_the_output_are_those_of_the_command() throws Exception {
    Usage usage = run("echo $GREETING; exit 3", Duration.ofMinutes(1));

    assertThat(usage.exit()).isEqualTo(3);
    assertThat(folder.resolve("command.log")).hasContent("hello");
  }

  @Test
  void memory_of_descendants_is_counted() throws Exception {
    Usage usage = run("(sleep 0.5 & sleep 0.5; wait)", Duration.ofMinutes(1));

    assertThat(usage.rss()).isPositive();
  }

  @Test
  void a_descendant_that_outlives_the_command_is_waited_for() throws Exception {
    Usage usage = run("(sleep 1 </dev/null >/dev/null 2>&1 &) ; exit 0", Duration.ofMinutes(1));

    assertThat(usage.lingered()).isPositive();
  }

  @Test
  void what_takes_too_long_is_killed_with_its_descendants() {
    assertThatThrownBy(() -> run("sleep 4321 & wait", Duration.ofMillis(300)))
        .hasMessageContaining("did not end");

    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process -> process.info().commandLine().orElse("").endsWith("sleep 4321"));
  }

  private Usage run(String script, Duration bound) throws Exception {
    return new Stopwatch(folder)
        .run("command", List.of("bash", "-c", script), folder, Map.of("GREETING", "hello"), bound);
  }
}
