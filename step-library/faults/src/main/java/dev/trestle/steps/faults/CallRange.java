package dev.trestle.steps.faults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of a connection a fault changes, as the end of a step says it.
 *
 * @param calls the text of the calls, such as {@code POST /reservations}, or null for all
 * @param skipped how many pass before the first that is changed
 * @param times how many are changed, 0 for all that follow
 */
public record CallRange(@Nullable String calls, int skipped, int times) {

  /** What the end of a step may look like; nothing means all calls. */
  static final String REGEXP =
      "(?: for \"[^\"]*\")?(?: the first time| the first [0-9]+ times| from call [0-9]+ on)?";

  private static final Pattern PARTS =
      Pattern.compile(
          "(?: for \"(?<calls>[^\"]*)\")?"
              + "(?<once> the first time)?"
              + "(?: the first (?<times>[0-9]+) times)?"
              + "(?: from call (?<from>[0-9]+) on)?");

  /** Reads the end of a step. */
  static CallRange of(String written) {
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + written + "' does not say which calls are meant.");
    }
    String from = parts.group("from");
    String times = parts.group("times");
    int all = times == null ? 0 : Integer.parseInt(times);
    return new CallRange(
        parts.group("calls"),
        from == null ? 0 : Math.max(0, Integer.parseInt(from) - 1),
        parts.group("once") == null ? all : 1);
  }
}
