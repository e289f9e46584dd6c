package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCommandTest {

  @TempDir Path folder;

  /** The terminal sends Ctrl-C to the processes of its own session only. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @EnabledOnOs(OS.LINUX)
  void the_host_is_in_a_session_of_its_own_whether_it_stays_or_not(boolean stays)
      throws IOException, InterruptedException {
    Path java = script("cut -d ' ' -f 6 /proc/self/stat");
    HostCommand command = new HostCommand(java.toString(), List.of(), folder, stays, "");

    Process host = command.start(folder.resolve("logs/host.log"), command.archive().asItIs());

    String session =
        new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(host.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(session).isEqualTo(String.valueOf(host.pid()));
  }

  private Path script(String line) throws IOException {
    Path script = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + line + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
