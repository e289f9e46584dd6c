package dev.trestle.maven;

import dev.trestle.protocol.HostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the host wrote to its standard error.
 *
 * @param file the log file
 */
record HostLog(Path file) {

  private static final int LOG_LINES = 20;

  /** Says that the host did not start, why, and what it wrote last. */
  HostException notStarted(String evidence) {
    return new HostException(
        "The Trestle host could not be started.\n"
            + evidence
            + "\nLog: "
            + file
            + lastLines()
            + "\nFix what the log names, and run again.");
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> tail = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return tail.isEmpty() ? "; it is empty." : "; its last lines:\n" + String.join("\n", tail);
    } catch (IOException e) {
      return "; it cannot be read.";
    }
  }
}
