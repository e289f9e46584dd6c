package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataArchiveTest {

  private static final String WRITE = "-XX:ArchiveClassesAtExit=";
  private static final String USE = "-XX:SharedArchiveFile=";

  @TempDir Path folder;
  private Path java;
  private Path jar;

  @BeforeEach
  void makeFiles() throws IOException {
    java = Files.createFile(folder.resolve("java"));
    jar = Files.writeString(folder.resolve("a.jar"), "a");
  }

  private ClassDataArchive archive(String... arguments) {
    return ClassDataArchive.of(java, List.of(jar), List.of(arguments), folder.resolve("cache"));
  }

  private static String last(ClassDataArchive archive) {
    List<String> arguments = archive.arguments();
    return arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
  }

  private void write(ClassDataArchive archive) throws IOException {
    Files.writeString(Path.of(last(archive).substring(WRITE.length())), "archive");
  }

  @Test
  void the_first_process_writes_what_the_next_uses() throws IOException {
    ClassDataArchive first = archive();
    assertThat(last(first)).startsWith(WRITE);
    write(first);
    assertThat(last(archive())).as("while the first still writes").startsWith(WRITE);

    first.keep();

    assertThat(last(archive())).startsWith(USE);
    assertThat(Path.of(last(archive()).substring(USE.length()))).hasContent("archive");
  }

  @Test
  void what_a_killed_process_wrote_is_not_used() throws IOException {
    ClassDataArchive first = archive();
    write(first);

    first.discard();

    assertThat(last(archive())).startsWith(WRITE);
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void a_changed_class_path_wants_another_archive() throws IOException {
    ClassDataArchive first = archive();
    write(first);
    first.keep();

    Files.writeString(jar, "changed");

    assertThat(last(archive())).startsWith(WRITE);
  }

  @Test
  void there_is_none_with_a_folder_on_the_class_path_or_against_the_users_choice() {
    Path cache = folder.resolve("cache");
    assertThat(ClassDataArchive.of(java, List.of(jar, folder), List.of(), cache).arguments())
        .isEmpty();
    assertThat(archive("-javaagent:agent.jar").arguments()).isEmpty();
    assertThat(archive("-Xshare:off").arguments()).isEmpty();
    assertThat(archive("-Xmx512m").arguments()).isNotEmpty();
  }

  @Test
  void a_machine_that_is_thrown_away_writes_none() throws IOException {
    assertThat(archive().unlessThrownAway(Map.of("CI", "true")).arguments()).isEmpty();
    assertThat(archive().unlessThrownAway(Map.of()).arguments()).isNotEmpty();
    Files.createDirectories(folder.resolve("cache"));
    assertThat(archive().unlessThrownAway(Map.of("CI", "true")).arguments()).isNotEmpty();
  }

  @Test
  void who_cannot_keep_one_only_uses_it() throws IOException {
    assertThat(archive().asItIs().arguments()).isEmpty();
    ClassDataArchive first = archive();
    write(first);
    first.keep();
    assertThat(last(archive().asItIs())).startsWith(USE);
  }

  @Test
  void archives_are_in_the_users_cache() {
    assertThat(ClassDataArchive.folder(Map.of("XDG_CACHE_HOME", "/c"), Path.of("/home/ada")))
        .isEqualTo(Path.of("/c/trestle/class-data"));
    assertThat(ClassDataArchive.folder(Map.of(), Path.of("/home/ada")))
        .isEqualTo(Path.of("/home/ada/.cache/trestle/class-data"));
  }
}
