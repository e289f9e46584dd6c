package dev.trestle.benchmarks.suite;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plugin's line that the environment is ready.
 *
 * @param at when it was printed
 * @param took how long the environment took by itself
 */
record ReadyLine(LocalDateTime at, Duration took) {

  /** The format of Maven's time stamps that this reads. */
  static final String TIME = "yyyy-MM-dd'T'HH:mm:ss.SSS";

  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+) \\[INFO] Environment ready after (?:(\\d+) min )?([0-9.]+) (ms|s)\\b");

  static ReadyLine in(String log) {
    Matcher matcher = LINE.matcher(log);
    if (!matcher.find()) {
      throw new IllegalStateException("There is no line 'Environment ready after …'.");
    }
    double number = Double.parseDouble(matcher.group(3));
    double millis = matcher.group(4).equals("ms") ? number : number * 1000;
    int minutes = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    return new ReadyLine(
        LocalDateTime.parse(matcher.group(1), DateTimeFormatter.ofPattern(TIME)),
        Duration.ofMinutes(minutes).plusMillis(Math.round(millis)));
  }
}
