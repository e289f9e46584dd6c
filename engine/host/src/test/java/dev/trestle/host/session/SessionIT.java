package dev.trestle.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionIT {

  @TempDir private Path parent;

  @Test
  void a_session_is_for_its_owner_alone_and_goes_with_its_host() throws IOException {
    Path folder;
    try (Session session = Session.open(parent)) {
      folder = session.folder();
      Files.writeString(session.folder("postgres").resolve("data"), "x");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void the_next_start_ends_what_a_killed_host_left() throws IOException, InterruptedException {
    Process host = startHost();
    try (BufferedReader output = host.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle left = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      List<ProcessHandle> tree = left.descendants().toList();

      assertThat(Session.sweep(parent, (engine, session) -> true))
          .as("sessions of living hosts")
          .isZero();
      assertThat(left.isAlive()).isTrue();

      host.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      assertThat(left.isAlive()).isTrue();
      assertThat(Session.sweep(parent, (engine, session) -> true)).isEqualTo(1);

      assertThat(left.isAlive()).isFalse();
      assertThat(tree).noneMatch(ProcessHandle::isAlive);
      assertThat(parent).isEmptyDirectory();
    } finally {
      ProcessTree.kill(List.of(host.toHandle()));
    }
  }

  @Test
  void a_folder_that_is_no_session_is_left_alone() throws IOException {
    Path other = Files.createDirectory(parent.resolve("trestle-notes"));
    Files.writeString(other.resolve("todo.txt"), "x");

    assertThat(Session.sweep(parent, (engine, session) -> true)).isZero();
    assertThat(other.resolve("todo.txt")).exists();
  }

  private Process startHost() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DyingHost.class.getName(),
            parent.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
