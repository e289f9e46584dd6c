package dev.trestle.benchmarks.suite;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Tells on a stream how it goes. */
public final class Log {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final PrintStream out;

  /**
   * A log.
   *
   * @param out where it is told
   */
  public Log(PrintStream out) {
    this.out = out;
  }

  /** Says one line, with the time. */
  public void say(String line) {
    out.println("[" + TIME.format(LocalTime.now(ZoneId.systemDefault())) + "] " + line);
  }

  /** The time as it is stored. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
