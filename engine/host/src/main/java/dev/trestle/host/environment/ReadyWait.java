package dev.trestle.host.environment;

import dev.trestle.host.compose.Position;
import dev.trestle.protocol.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for one process to get ready, and says what was seen when it does not. */
final class ReadyWait {

  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LAST_PAUSE_MILLIS = 250;
  private static final int LAST_LINES = 15;

  private final String service;
  private final Process process;
  private final LogFile log;
  private final String logPath;
  private final Position command;
  private final Supplier<String> evidence;

  /**
   * A wait.
   *
   * @param service the service's name
   * @param process its process
   * @param log its log
   * @param logPath the log as a message shows it
   * @param command where the Compose file says what the process is
   * @param evidence what else is known of it when it does not get ready
   */
  ReadyWait(
      String service,
      Process process,
      LogFile log,
      String logPath,
      Position command,
      Supplier<String> evidence) {
    this.service = service;
    this.process = process;
    this.log = log;
    this.logPath = logPath;
    this.command = command;
    this.evidence = evidence;
  }

  /** Waits until the check passes; the process's end ends the wait at once. */
  void forCheck(ReadyCheck check) throws StartFailure, InterruptedException {
    Deadline until = Deadline.in(check.timeout());
    long pause = FIRST_PAUSE_MILLIS;
    int tries = 1;
    String seen = check.probe().attempt();
    while (seen != null) {
      if (process.waitFor(pause, TimeUnit.MILLISECONDS)) {
        throw died(seen, tries);
      }
      if (check.probe().isHopeless()) {
        throw unhealthy(check, seen, tries);
      }
      if (until.isOver()) {
        throw late(check, seen, tries);
      }
      pause = Math.min(pause * 5 / 4, LAST_PAUSE_MILLIS);
      tries++;
      seen = check.probe().attempt();
    }
    if (!process.isAlive()) {
      throw died("Something else answered in its place", tries);
    }
  }

  /** Waits until a job has ended well. */
  void forEnd(Duration timeout) throws StartFailure, InterruptedException {
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new StartFailure(
          "Service '%s', which others wait for to complete, still ran after %s.%n"
                  .formatted(service, Messages.time(timeout))
              + Messages.log(logPath, log.last(LAST_LINES))
              + "Make it end, or change the depends_on condition of those who wait for %s."
                  .formatted(command));
    }
    if (process.exitValue() != 0) {
      throw new StartFailure(
          "Service '%s', which others wait for to complete, ended with exit code %d.%n"
                  .formatted(service, process.exitValue())
              + evidence()
              + Messages.log(logPath, lastLines())
              + "Fix the service, or its command in %s.".formatted(command));
    }
  }

  private StartFailure died(String seen, int tries) {
    return new StartFailure(
        "Service '%s' ended with exit code %d before it was ready.%n"
                .formatted(service, process.exitValue())
            + "%s (the last of %s).%n".formatted(seen, count(tries))
            + evidence()
            + Messages.log(logPath, lastLines())
            + "Fix the service, or its command in %s.".formatted(command));
  }

  private StartFailure unhealthy(ReadyCheck check, String seen, int tries) {
    return new StartFailure(
        "Service '%s' is unhealthy: its health check failed as often as it may.%n"
                .formatted(service)
            + "%s (the last of %s).%n".formatted(seen, count(tries))
            + evidence()
            + Messages.log(logPath, log.last(LAST_LINES))
            + "Fix the service, or its healthcheck in %s.".formatted(check.position()));
  }

  private StartFailure late(ReadyCheck check, String seen, int tries) {
    return new StartFailure(
        "Service '%s' was not ready after %s.%n".formatted(service, Messages.time(check.timeout()))
            + "%s (the last of %s).%n".formatted(seen, count(tries))
            + evidence()
            + Messages.log(logPath, log.last(LAST_LINES))
            + "Fix the service, or say in services.%s.x-trestle.ready in %s how and when it is ready."
                .formatted(service, check.position()));
  }

  private String evidence() {
    String known = evidence.get();
    return known.isEmpty() ? "" : known + System.lineSeparator();
  }

  private List<String> lastLines() {
    log.awaitEnd();
    return log.last(LAST_LINES);
  }

  private static String count(int tries) {
    return tries == 1 ? "1 try" : tries + " tries";
  }
}
