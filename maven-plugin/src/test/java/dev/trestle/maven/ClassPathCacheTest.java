package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathCacheTest {

  private static final String QUESTION = "what is asked";

  @TempDir Path folder;
  private Path jar;
  private Path parentPom;
  private ClassPathCache cache;

  @BeforeEach
  void resolve() throws IOException {
    jar = Files.writeString(folder.resolve("a b.jar"), "jar");
    parentPom = Files.writeString(folder.resolve("parent.pom"), "pom");
    cache = new ClassPathCache(folder.resolve("cache"));
    cache.put("runner", QUESTION, new ResolvedClassPath(List.of(jar), List.of(parentPom, jar)));
  }

  @Test
  void a_class_path_holds_while_nothing_changes() {
    FileList known = cache.get("runner", QUESTION).orElseThrow();

    assertThat(known.paths()).containsExactly(jar.toString());
    assertThat(known.fingerprint()).isEqualTo(FileList.of(List.of(jar)).fingerprint());
  }

  @Test
  void another_question_has_no_answer() {
    assertThat(cache.get("runner", "something else")).isEmpty();
    assertThat(cache.get("host", QUESTION)).isEmpty();
  }

  @Test
  void a_changed_jar_ends_it() throws IOException {
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(cache.get("runner", QUESTION)).isEmpty();
  }

  @Test
  void a_changed_or_missing_pom_ends_it_although_it_is_not_on_the_class_path() throws IOException {
    Files.delete(parentPom);

    assertThat(cache.get("runner", QUESTION)).isEmpty();
  }

  @Test
  void a_day_ends_it() throws IOException {
    Path file = folder.resolve("cache/runner");
    long old = Instant.now().minus(Duration.ofHours(25)).toEpochMilli();
    List<String> lines = Files.readAllLines(file);
    lines.set(2, String.valueOf(old));
    Files.write(file, lines);

    assertThat(cache.get("runner", QUESTION)).isEmpty();
  }

  @Test
  void a_file_that_was_cut_is_no_answer() throws IOException {
    Path file = folder.resolve("cache/runner");
    Files.write(file, Files.readAllLines(file).subList(0, 4));

    assertThat(cache.get("runner", QUESTION)).isEmpty();
  }
}
