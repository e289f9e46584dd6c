package dev.trestle.host.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFolderTest {

  @TempDir private Path folder;

  @Test
  void the_desktop_specification_is_followed() {
    Path home = Path.of("/home/ada");

    assertThat(CacheFolder.locate(Map.of("XDG_CACHE_HOME", "/cache"), home))
        .isEqualTo(Path.of("/cache/trestle"));
    assertThat(CacheFolder.locate(Map.of(), home)).isEqualTo(Path.of("/home/ada/.cache/trestle"));
  }

  @Test
  void an_entry_is_made_once() throws IOException, InterruptedException {
    AtomicInteger made = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      Path entry =
          CacheFolder.entry(
              folder,
              "thing",
              empty -> Files.writeString(empty.resolve("n"), "" + made.incrementAndGet()));
      assertThat(entry.resolve("n")).hasContent("1");
    }
  }

  @Test
  void an_entry_that_another_host_made_meanwhile_is_taken()
      throws IOException, InterruptedException {
    Path entry =
        CacheFolder.entry(
            folder,
            "thing",
            mine -> {
              Files.writeString(mine.resolve("n"), "mine");
              Files.createDirectory(folder.resolve("thing"));
              Files.writeString(folder.resolve("thing/n"), "theirs");
            });

    assertThat(entry.resolve("n")).hasContent("theirs");
    assertThat(folder).isDirectoryNotContaining("glob:**thing.*");
  }

  @Test
  void a_failed_entry_leaves_nothing() {
    assertThatThrownBy(
            () ->
                CacheFolder.entry(
                    folder,
                    "thing",
                    empty -> {
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(folder).isEmptyDirectory();
  }
}
