package dev.trestle.steps.faults;

import dev.trestle.protocol.Interaction;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a text such as {@code POST /reservations/*}{@code /commit} means, where {@code *}
 * stands for one segment of the path and a query does not matter.
 *
 * @param method the HTTP method, or null for any
 * @param path the path with its {@code *}
 */
record Call(@Nullable String method, String path) {

  private static final Pattern WRITTEN = Pattern.compile("(?:([A-Z]+) +)?(/\\S*)");

  /** Reads a text of a step, placeholders resolved. */
  static Call of(String written, ScenarioScope scope) {
    Matcher parts = WRITTEN.matcher(scope.resolve(written).strip());
    if (!parts.matches()) {
      throw StepFailure.of("'" + written + "' does not say which calls are meant.")
          .evidence("It is neither a method and a path nor a path alone.")
          .fix("Write it as 'POST /reservations/*/commit', where * stands for one segment.");
    }
    return new Call(parts.group(1), parts.group(2));
  }

  /** A regular expression for the path alone. */
  String pathPattern() {
    return java.util.Arrays.stream(path.split("\\*", -1))
        .map(Call::literal)
        .collect(Collectors.joining("[^/?]+"));
  }

  /** A regular expression for the path with or without a query. */
  String pathAndQueryPattern() {
    return pathPattern() + "(?:\\?.*)?";
  }

  boolean fits(Interaction interaction) {
    return (method == null || method.equals(interaction.method()))
        && interaction.path().matches(pathAndQueryPattern());
  }

  /** Without {@code \Q}, so that the host's logs and WireMock's near misses stay readable. */
  private static String literal(String text) {
    return text.replaceAll("[\\\\.\\[\\]{}()+?^$|]", "\\\\$0");
  }

  @Override
  public String toString() {
    return method == null ? path : method + " " + path;
  }
}
