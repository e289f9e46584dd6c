package dev.trestle.host.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process by its id and its start, since ids are used again.
 *
 * @param pid its id
 * @param start when it started: in the kernel's ticks since the machine's boot on Linux, with a
 *     {@code t} before them, else in milliseconds since the epoch; 0 when it is not known
 */
record RecordedProcess(long pid, String start) {

  /** The JDK derives start times from the boot time, which the clock's corrections move. */
  private static final long TOLERANCE_MILLIS = 2_000;

  private static final String UNKNOWN = "0";
  private static final String TICKS = "t";
  private static final Path PROC = Path.of("/proc");

  /** Where the start is among the fields after the program's name; see man 5 proc_pid_stat. */
  private static final int START_FIELD = 19;

  static RecordedProcess of(ProcessHandle process) {
    return new RecordedProcess(process.pid(), start(process));
  }

  static Optional<RecordedProcess> parse(String line) {
    String[] parts = line.strip().split(" ", -1);
    try {
      if (parts.length != 2 || !parts[1].matches("t?[0-9]{1,18}")) {
        return Optional.empty();
      }
      return Optional.of(new RecordedProcess(Long.parseLong(parts[0]), parts[1]));
    } catch (NumberFormatException e) {
      return Optional.empty(); // a line that its host did not finish
    }
  }

  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  String line() {
    return pid + " " + start + "\n";
  }

  private boolean isSame(ProcessHandle process) {
    if (start.equals(UNKNOWN)) {
      return false;
    }
    return start.startsWith(TICKS)
        ? start.equals(start(process))
        : Math.abs(millis(process) - Long.parseLong(start)) <= TOLERANCE_MILLIS;
  }

  private static String start(ProcessHandle process) {
    return ticks(process).map(TICKS::concat).orElseGet(() -> Long.toString(millis(process)));
  }

  /** No setting of the machine's clock changes these. */
  private static Optional<String> ticks(ProcessHandle process) {
    Path file = PROC.resolve(Long.toString(process.pid())).resolve("stat");
    try {
      String stat = Files.readString(file, StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      return fields.length > START_FIELD && fields[START_FIELD].matches("[1-9][0-9]{0,17}")
          ? Optional.of(fields[START_FIELD])
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // not Linux, or gone
    }
  }

  private static long millis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
