package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {

  @TempDir Path folder;

  @Test
  void whole_lines_are_read_once() throws IOException {
    Path path = folder.resolve("cart.log");
    GrowingFile file = new GrowingFile(path);
    assertThat(file.newLines()).isEmpty();

    Files.writeString(path, "one\ntwo\nthr");
    assertThat(file.newLines()).containsExactly("one", "two");

    Files.writeString(path, "ee\n", StandardOpenOption.APPEND);
    assertThat(file.newLines()).containsExactly("three");
    assertThat(file.newLines()).isEmpty();
  }

  @Test
  void a_file_that_begins_anew_is_read_from_its_beginning() throws IOException {
    Path path = folder.resolve("cart.log");
    GrowingFile file = new GrowingFile(path);
    Files.writeString(path, "a long line of the first life\n");
    file.newLines();

    Files.writeString(path, "second\n");

    assertThat(file.newLines()).containsExactly("second");
  }
}
