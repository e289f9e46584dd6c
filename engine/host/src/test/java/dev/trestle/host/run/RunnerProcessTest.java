package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunRequest.RunnerLaunch;
import dev.trestle.protocol.StartRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunnerProcessTest {

  @TempDir Path folder;

  @Test
  void no_process_is_left_when_the_log_cannot_be_written() throws IOException {
    Files.createDirectories(folder.resolve("runner.log"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    RunnerLaunch launch = new RunnerLaunch(java, List.of(folder.toString()), List.of());
    StartRequest request =
        new StartRequest(
            Protocol.VERSION,
            "shop",
            folder.toString(),
            List.of(),
            List.of(),
            Map.of(),
            "process",
            true,
            folder.toString(),
            60,
            launch);
    List<ProcessHandle> started = new ArrayList<>();

    assertThatThrownBy(() -> RunnerProcess.start(request, started::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("runner.log' cannot be written.\n")
        .hasMessageContaining("Look at the folder " + folder)
        .hasMessageEndingWith("run again.");

    assertThat(started).isEmpty();
  }
}
