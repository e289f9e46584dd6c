package dev.trestle.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessTreeIT {

  private static final Duration GRACE = Duration.ofMillis(300);

  @Test
  void a_child_that_outlives_its_parent_is_asked_and_ends() throws IOException {
    assertEnds("sleep 300 & echo ready; wait");
  }

  @Test
  void a_stubborn_tree_is_killed() throws IOException {
    assertEnds("trap '' TERM; sh -c \"trap '' TERM; echo ready; sleep 300; sleep 300\"; sleep 300");
  }

  @Test
  void a_stubborn_child_of_a_willing_parent_is_killed() throws IOException {
    assertEnds("sh -c \"trap '' TERM; echo ready; sleep 300; sleep 300\" & wait");
  }

  private static void assertEnds(String script) throws IOException {
    Process root = new ProcessBuilder("sh", "-c", script).start();
    try (BufferedReader output = root.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("ready");
      List<ProcessHandle> descendants = root.descendants().toList();
      assertThat(descendants).isNotEmpty();

      ProcessTree.end(List.of(root.toHandle()), GRACE);

      assertThat(root.isAlive()).isFalse();
      assertThat(descendants).noneMatch(ProcessHandle::isAlive);
    }
  }
}
