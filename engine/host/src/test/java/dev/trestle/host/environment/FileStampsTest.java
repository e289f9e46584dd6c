package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampsTest {

  @TempDir Path folder;

  @Test
  void a_file_changes_with_its_size_or_time() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jar"), "one");
    FileTime time = Files.getLastModifiedTime(file);
    String before = FileStamps.of(file);

    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(FileStamps.of(file)).isNotEqualTo(before);

    Files.setLastModifiedTime(file, time);
    assertThat(FileStamps.of(file)).isEqualTo(before);

    Files.delete(file);
    assertThat(FileStamps.of(file)).isEqualTo("absent");
  }

  @Test
  void a_folder_changes_with_any_file_in_it() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("classes/com/example"));
    String before = FileStamps.ofClassPath(List.of(folder.resolve("classes").toString()));

    Files.writeString(deep.resolve("A.class"), "a");

    assertThat(FileStamps.ofClassPath(List.of(folder.resolve("classes").toString())))
        .isNotEqualTo(before);
  }

  @Test
  void a_written_class_path_names_files_and_folders() {
    assertThat(FileStamps.entries("a.jar" + File.pathSeparator + "lib/*"))
        .containsExactly("a.jar", "lib/.");
  }
}
