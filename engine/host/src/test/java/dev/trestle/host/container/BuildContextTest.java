package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trestle.host.compose.Build;
import dev.trestle.host.environment.Projects;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildContextTest {

  @TempDir Path folder;

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private BuildContext context() throws IOException {
    return BuildContext.of(folder, folder.resolve("Dockerfile"));
  }

  private List<String> names() throws IOException {
    return List.copyOf(entries(context()).keySet());
  }

  private static Map<String, String> entries(BuildContext context) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    context.write(archive);
    Map<String, String> entries = new LinkedHashMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entries.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  private String digest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    context().digest(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void all_files_of_the_folder_are_in_it() throws IOException {
    write("Dockerfile", "FROM scratch");
    write("target/app.jar", "jar");

    assertThat(names()).containsExactly("Dockerfile", "target/app.jar");
  }

  @Test
  void what_is_ignored_stays_out_and_exceptions_come_in() throws IOException {
    write("Dockerfile", "FROM scratch");
    write(".dockerignore", "# all but the jar\n*\n!target/lib\n!target/app.jar\n");
    write("target/app.jar", "jar");
    write("target/lib/a.jar", "a");
    write("target/classes/A.class", "a");
    write("src/A.java", "a");

    assertThat(names()).containsExactly("Dockerfile", "target/app.jar", "target/lib/a.jar");
  }

  @Test
  void patterns_are_those_of_docker() throws IOException {
    write("Dockerfile", "FROM scratch");
    write(".dockerignore", "**/*.log\nnode_modules\n/build/?.txt\n");
    write("a/b/c.log", "");
    write("node_modules/x/index.js", "");
    write("build/1.txt", "");
    write("build/10.txt", "");
    write("sub/node_modules/kept", "");

    assertThat(names())
        .containsExactly(
            ".dockerignore", "Dockerfile", "a/b/", "build/10.txt", "sub/node_modules/kept");
  }

  @Test
  void a_dockerfile_has_rules_of_its_own() throws IOException {
    write("Dockerfile", "FROM scratch");
    write(".dockerignore", "a");
    write("Dockerfile.dockerignore", "b\n*.dockerignore\n.dockerignore");
    write("a", "");
    write("b", "");

    assertThat(names()).containsExactly("Dockerfile", "a");
  }

  @Test
  void the_digest_tells_contents_and_names_but_no_times() throws Exception {
    write("Dockerfile", "FROM scratch");
    write("app", "one");
    String before = digest();

    Files.setLastModifiedTime(folder.resolve("app"), FileTime.fromMillis(1));
    assertThat(digest()).isEqualTo(before);

    write("app", "two");
    String changed = digest();
    assertThat(changed).isNotEqualTo(before);

    Files.move(folder.resolve("app"), folder.resolve("application"));
    assertThat(digest()).isNotEqualTo(changed);
  }

  @Test
  void folders_that_are_empty_are_in_it() throws Exception {
    write("Dockerfile", "FROM scratch");
    String before = digest();
    Files.createDirectories(folder.resolve("data/empty"));
    write(".dockerignore", "logs/*\n.dockerignore\ncache");
    write("logs/a.log", "");
    Files.createDirectories(folder.resolve("cache"));

    assertThat(names()).containsExactly("Dockerfile", "data/empty/", "logs/");
    assertThat(digest()).isNotEqualTo(before);
  }

  @Test
  void a_dockerfile_from_elsewhere_is_in_it_and_hidden_from_its_own_instructions()
      throws IOException {
    write("docker/Dockerfile", "FROM scratch");
    write("app/a", "a");
    write("app/.dockerignore", "b");

    BuildContext context =
        BuildContext.of(folder.resolve("app"), folder.resolve("docker/Dockerfile"));

    assertThat(context.dockerfile()).isEqualTo(".dockerfile.trestle");
    assertThat(entries(context))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                ".dockerfile.trestle",
                "FROM scratch",
                ".dockerignore",
                "b\n.dockerfile.trestle\n",
                "a",
                "a"));
  }

  @Test
  void patterns_know_ranges_escapes_and_roundabout_ways() throws IOException {
    write("Dockerfile", "FROM scratch");
    write(".dockerignore", "[a-c].txt\n[^a-x]x\n\\*.md\nfoo/../bar\n./baz/\n.dockerignore\n");
    for (String name : List.of("a.txt", "d.txt", "yx", "bx", "*.md", "b.md", "bar/1", "baz/1")) {
      write(name, "");
    }
    write("foo/1", "");

    assertThat(names()).containsExactly("Dockerfile", "b.md", "bx", "d.txt", "foo/1");
  }

  @Test
  void a_pipe_is_passed_by() throws Exception {
    write("Dockerfile", "FROM scratch");
    assumeTrue(
        new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor() == 0,
        "pipes can be made here");

    assertThat(names()).containsExactly("Dockerfile");
  }

  @Test
  void what_is_ignored_need_not_be_readable() throws IOException {
    assumeTrue(!System.getProperty("user.name").equals("root"), "root reads everything");
    write("Dockerfile", "FROM scratch");
    write(".dockerignore", "data");
    write("data/a", "");
    Files.setPosixFilePermissions(folder.resolve("data"), Set.of());
    try {
      assertThat(names()).containsExactly(".dockerignore", "Dockerfile");
    } finally {
      Files.setPosixFilePermissions(
          folder.resolve("data"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void a_stamp_tells_what_cannot_be_read() {
    assertThat(stamp(folder.toString())).startsWith("unreadable: ").contains("Dockerfile");
    assertThat(stamp(folder.resolve("gone").toString()))
        .isEqualTo("unreadable: there is no folder " + folder.resolve("gone"));
  }

  private static String stamp(String context) {
    return ContainerRuntime.stamp(new Build(context, null, Map.of(), null, Projects.at(1)));
  }
}
