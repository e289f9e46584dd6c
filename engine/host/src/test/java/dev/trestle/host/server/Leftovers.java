package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a host must not leave. */
final class Leftovers {

  /**
   * The virtual machine's own, and a script of the embedded PostgreSQL that only kill -9 leaves.
   */
  private static final Pattern FOREIGN = Pattern.compile("hsperfdata.*|detect_linux.*\\.sh");

  private Leftovers() {}

  /** Expects no process, no state file and no temporary file. */
  static void expectNone(Path project, Path temporary, List<ProcessHandle> processes)
      throws IOException {
    Waiting.untilTrue(
        () -> processes.stream().noneMatch(ProcessHandle::isAlive), "the end of " + processes);
    assertThat(project.resolve("target/host.json")).doesNotExist();
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(path -> !FOREIGN.matcher(path.getFileName().toString()).matches()))
          .isEmpty();
    }
  }
}
