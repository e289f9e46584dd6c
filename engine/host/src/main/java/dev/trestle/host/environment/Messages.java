package dev.trestle.host.environment;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Phrases that several messages share. */
final class Messages {

  private Messages() {}

  /** The part that shows a log. */
  static String log(String path, List<String> lastLines) {
    if (lastLines.isEmpty()) {
      return "Log: %s (empty).%n".formatted(path);
    }
    return "Log: %s; its last lines:%n".formatted(path)
        + lastLines.stream().map("  %s%n"::formatted).collect(Collectors.joining());
  }

  /** A duration as a person writes it. */
  static String time(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
