package dev.trestle.host.environment;

import java.util.List;

/**
 * A service that ended although nobody asked it to.
 *
 * @param name its name
 * @param exitCode its exit code; 137 after {@code kill -9}
 * @param explained what the code means, empty when only the number is known
 * @param lastLines the end of its log, with secrets masked
 * @param log its log file as a message shows it
 */
public record ServiceDeath(
    String name, int exitCode, String explained, List<String> lastLines, String log) {

  /** Keeps an unmodifiable copy. */
  public ServiceDeath {
    lastLines = List.copyOf(lastLines);
  }

  /** The whole message for a person. */
  public String message() {
    return "Service '%s' ended with exit code %d%s while the environment was up.%n"
            .formatted(name, exitCode, explained.isEmpty() ? "" : " (" + explained + ")")
        + Messages.log(log, lastLines)
        + "Find out there why it ended; the scenarios that need it fail until it is up again.";
  }
}
