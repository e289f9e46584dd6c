package dev.trestle.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class NewFileTest {

  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void results_can_be_read_by_whom_the_umask_says() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path atomic = folder.resolve("metrics.json");
    AtomicFile.write(atomic, new byte[] {1});
    Path report = folder.resolve("index.html");
    try (PartFile part = PartFile.begin(report)) {
      part.publish();
    }

    assertThat(Files.getPosixFilePermissions(atomic))
        .isEqualTo(Files.getPosixFilePermissions(plain));
    assertThat(Files.getPosixFilePermissions(report))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }
}
