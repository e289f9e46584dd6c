package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunnerLogTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("runner.log");
  }

  /** A stream that gives so many bytes at a time, as a pipe may. */
  private static InputStream inPieces(String text, int size) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        return at < bytes.length ? bytes[at++] & 0xff : -1;
      }

      @Override
      public int read(byte[] target, int from, int length) {
        int count = Math.min(Math.min(size, length), bytes.length - at);
        System.arraycopy(bytes, at, target, from, Math.max(0, count));
        at += count;
        return count > 0 || length == 0 ? count : -1;
      }
    };
  }

  @Test
  void a_secret_is_masked_wherever_the_output_is_cut() throws IOException {
    Secrets.learn("L0gz4ebra99xQ7w3Z");
    String text =
        "x".repeat(8_180)
            + " L0gz4ebra99xQ7w3Z "
            + "y".repeat(20_000)
            + "L0gz4ebra99xQ7w3Z\npassword=zebra\n"
            + "-----BEGIN PRIVATE KEY-----\nzebra\nzebra\n-----END PRIVATE KEY-----\nüber";
    for (int size : new int[] {1, 3, 7, 4096, 8192, 100_000}) {
      RunnerLog.of(inPieces(text, size), file()).awaitEnd();
      assertThat(file())
          .as("pieces of " + size)
          .content()
          .doesNotContain("zebra", "z4ebra", "Q7w3Z")
          .startsWith("xxx")
          .contains("x ***** y", "y*****\npassword=*****\n")
          .endsWith("\nüber\n");
    }
  }

  @Test
  void a_line_is_there_before_the_next_one_and_the_file_may_be_moved() throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out)) {
      RunnerLog log = RunnerLog.of(in, file());
      out.write("first\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> Files.readString(file()).equals("first\n"));
      Path moved = Files.move(file(), folder.resolve("moved.log"));
      out.write("second\n".getBytes(StandardCharsets.UTF_8));
      out.close();
      log.awaitEnd();
      assertThat(moved).hasContent("first\nsecond\n");
    }
  }
}
