package dev.trestle.host.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A process as it is written down; the start time tells it from a later one with the same id.
 *
 * @param pid its id
 * @param startMillis when it started, in milliseconds since the epoch, 0 when it is not known
 */
record RecordedProcess(long pid, long startMillis) {

  /** The JDK derives start times from the boot time, which the clock's corrections move. */
  private static final long TOLERANCE_MILLIS = 2_000;

  static RecordedProcess of(ProcessHandle process) {
    return new RecordedProcess(process.pid(), start(process));
  }

  static Optional<RecordedProcess> parse(String line) {
    String[] parts = line.strip().split(" ", -1);
    try {
      return parts.length == 2
          ? Optional.of(new RecordedProcess(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // a line that its host did not finish
    }
  }

  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  String line() {
    return pid + " " + startMillis + "\n";
  }

  private boolean isSame(ProcessHandle process) {
    return startMillis != 0 && Math.abs(start(process) - startMillis) <= TOLERANCE_MILLIS;
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
