package dev.trestle.host.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Processes that lost their parent, such as the children of a service that was killed. Each carries
 * its session's name in its environment, which Linux lets us read; elsewhere none are found.
 */
final class Strays {

  static final String VARIABLE = "TRESTLE_SESSION";

  private static final Path PROC = Path.of("/proc");

  private Strays() {}

  /** The variable by which a session's processes are known. */
  static Map<String, String> marker(Path session) {
    return Map.of(VARIABLE, session.getFileName().toString());
  }

  /** All processes that carry the session's name, but not this one. */
  static List<ProcessHandle> of(Path session) {
    String marker = VARIABLE + "=" + session.getFileName();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> carries(process, marker))
        .toList();
  }

  private static boolean carries(ProcessHandle process, String marker) {
    Path file = PROC.resolve(Long.toString(process.pid())).resolve("environ");
    try {
      String environment = Files.readString(file, StandardCharsets.ISO_8859_1);
      return List.of(environment.split("\0")).contains(marker);
    } catch (IOException e) {
      return false; // another user's, or already gone, or no Linux
    }
  }
}
