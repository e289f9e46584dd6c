package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    context().write(archive);
    List<String> names = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
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
        .containsExactly(".dockerignore", "Dockerfile", "build/10.txt", "sub/node_modules/kept");
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
}
