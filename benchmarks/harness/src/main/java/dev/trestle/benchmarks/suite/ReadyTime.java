package dev.trestle.benchmarks.suite;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the plugin's line that the environment is ready. */
final class ReadyTime {

  private static final Pattern LINE =
      Pattern.compile("\\[INFO] Environment ready after (?:(\\d+) min )?([0-9.]+) (ms|s)\\b");

  private ReadyTime() {}

  /** How long the environment took by itself, without the start of Maven and of the host. */
  static Duration in(String log) {
    Matcher matcher = LINE.matcher(log);
    if (!matcher.find()) {
      throw new IllegalStateException("There is no line 'Environment ready after …'.");
    }
    double number = Double.parseDouble(matcher.group(2));
    double millis = matcher.group(3).equals("ms") ? number : number * 1000;
    int minutes = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    return Duration.ofMinutes(minutes).plusMillis(Math.round(millis));
  }
}
