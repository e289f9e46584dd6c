package dev.trestle.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  @Test
  void a_session_of_an_unknown_version_or_another_pid_namespace_is_left_alone() throws IOException {
    Map<String, Map<String, String>> sessions =
        Map.of(
            "trestle-other-version", Map.of("host", "v9 12 t34 56\n"),
            "trestle-other-namespace", Map.of("host", "1 t1\n", "namespace", "pid:[1]"));
    for (Map.Entry<String, Map<String, String>> session : sessions.entrySet()) {
      Path folder = Files.createDirectory(parent.resolve(session.getKey()));
      for (Map.Entry<String, String> file : session.getValue().entrySet()) {
        Path written = Files.writeString(folder.resolve(file.getKey()), file.getValue());
        Files.setLastModifiedTime(written, FileTime.from(Instant.EPOCH));
      }
    }

    assertThat(Session.sweep(parent, (engine, session) -> true)).isZero();
    assertThat(parent.toFile().list()).hasSize(2);
  }

  @Test
  void a_session_whose_host_is_gone_or_never_said_who_it_is_is_swept() throws IOException {
    Map<String, String> hosts =
        Map.of("trestle-gone", "1 t999999999\n", "trestle-unfinished", "", "trestle-cut", "12 t");
    for (Map.Entry<String, String> host : hosts.entrySet()) {
      Path folder = Files.createDirectory(parent.resolve(host.getKey()));
      Path written = Files.writeString(folder.resolve("host"), host.getValue());
      Files.setLastModifiedTime(written, FileTime.from(Instant.EPOCH));
    }

    assertThat(Session.sweep(parent, (engine, session) -> true)).isEqualTo(3);
    assertThat(parent).isEmptyDirectory();
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
