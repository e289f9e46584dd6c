package dev.trestle.host.contract;

import dev.trestle.protocol.ScenarioTrace;
import java.util.Locale;
import java.util.regex.Pattern;

/** The template of a path that no document has. */
public final class GuessedPath {

  private static final Pattern ID =
      Pattern.compile("[0-9]+|[0-9a-fA-F-]{32,36}|.*[0-9].*[A-Za-z].*[0-9].*|.{40,}");

  private GuessedPath() {}

  /**
   * The path with {@code *} for what looks like an id and for what a scenario named.
   *
   * @param path the path without its query
   * @param traceId the scenario's trace id, empty when it is not known
   */
  public static String of(String path, String traceId) {
    String mark = traceId.isEmpty() ? "" : "-" + ScenarioTrace.aliasMark(traceId);
    StringBuilder guessed = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      boolean isName = !mark.isEmpty() && segment.toLowerCase(Locale.ROOT).contains(mark);
      guessed.append('/').append(isName || ID.matcher(segment).matches() ? "*" : segment);
    }
    return guessed.substring(1);
  }
}
