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

  private RunnerLog log(InputStream output) throws IOException {
    RunnerLog log = RunnerLog.open(file());
    log.read(output, "runner");
    return log;
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
      log(inPieces(text, size)).awaitEnd();
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
      RunnerLog log = log(in);
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

  @Test
  void a_line_is_there_although_the_next_one_does_not_end() throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out)) {
      log(in);
      out.write("first\nsecond".getBytes(StandardCharsets.UTF_8));
      out.flush();
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> Files.readString(file()).equals("first\n"));
    }
  }

  @Test
  void a_line_without_an_end_is_written_in_parts_and_no_secret_is_cut() throws IOException {
    Secrets.learn("Endl3ssQ7w3ZebraQ");
    StringBuilder text = new StringBuilder();
    while (text.length() < 1_000_000) {
      text.append("y".repeat(text.length() % 97)).append(" Endl3ssQ7w3ZebraQ ");
    }
    try (PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out)) {
      RunnerLog log = log(in);
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Files.size(file()) > 100_000);
      out.close();
      log.awaitEnd();
    }
    String written = Files.readString(file()).replace("\n", "");
    assertThat(written).isEqualTo(text.toString().replace("Endl3ssQ7w3ZebraQ", "*****"));
  }

  @Test
  void what_is_learned_later_is_masked_too_and_a_process_that_goes_on_is_still_logged()
      throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out)) {
      RunnerLog log = log(in);
      out.write("got L4terQ7w3ZebraQ\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      Awaitility.await().until(() -> Files.size(file()) > 0);
      Secrets.learn("L4terQ7w3ZebraQ");
      log.maskAgain(file());
      assertThat(file()).hasContent("got *****\n");
      out.write("more\n".getBytes(StandardCharsets.UTF_8));
      out.close();
      log.awaitEnd();
      assertThat(file()).hasContent("got *****\nmore\n");
      log.maskAgain(file());
      assertThat(folder).isDirectoryContaining(path -> path.equals(file()));
      assertThat(Files.list(folder)).hasSize(1);
    }
  }
}
