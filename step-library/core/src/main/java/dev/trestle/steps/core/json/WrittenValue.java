package dev.trestle.steps.core.json;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonException;
import dev.trestle.steps.core.ScenarioScope;
import java.util.regex.Pattern;

/** A value of a table that becomes JSON: {@code 2}, {@code true}, {@code "01234"}, {@code Ada}. */
public final class WrittenValue {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private WrittenValue() {}

  /**
   * The value as JSON, with names resolved: numbers, true, false, null, lists and objects stay what
   * they are unless quoted, and all else is a text.
   */
  public static String json(String written, ScenarioScope scope) {
    String resolved = scope.resolve(written);
    return isJson(written, resolved) ? resolved : Json.write(resolved);
  }

  /** What a variable holds is never taken for a list or an object by its first character alone. */
  private static boolean isJson(String written, String resolved) {
    if (NUMBER.matcher(resolved).matches()
        || "true".equals(resolved)
        || "false".equals(resolved)
        || "null".equals(resolved)) {
      return true;
    }
    char first = written.isEmpty() ? ' ' : written.charAt(0);
    if (first != '"' && first != '[' && first != '{') {
      return false;
    }
    try {
      Json.parse(resolved);
      return true;
    } catch (JsonException e) {
      return false;
    }
  }
}
