package dev.trestle.steps.json;

import dev.trestle.steps.core.ProjectFile;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.exchange.LastResponse;
import dev.trestle.steps.core.json.JsonSubject;

/**
 * Where JSON comes from, as a step says it.
 *
 * @param kind the kind of place
 * @param name the name of the value or the path of the file; empty for the response
 */
public record JsonSource(Kind kind, String name) {

  /** Without capture groups, so that Cucumber hands over the whole. */
  static final String WRITTEN = "the response|the (?:value|file) (?:\"[^\"]*\"|'[^']*')";

  private static final String VALUE = "the value ";
  private static final String FILE = "the file ";

  /** The kinds of places. */
  public enum Kind {
    /** The last response. */
    RESPONSE,
    /** What a step has saved. */
    VALUE,
    /** A file of the project. */
    FILE
  }

  static JsonSource of(String written) {
    if (written.startsWith(VALUE)) {
      return new JsonSource(Kind.VALUE, unquoted(written.substring(VALUE.length())));
    }
    if (written.startsWith(FILE)) {
      return new JsonSource(Kind.FILE, unquoted(written.substring(FILE.length())));
    }
    return new JsonSource(Kind.RESPONSE, "");
  }

  private static String unquoted(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  /** What checks look at. */
  JsonSubject subject(ScenarioScope scope) {
    String resolved = scope.resolve(name);
    return switch (kind) {
      case RESPONSE -> LastResponse.of(scope).get();
      case VALUE ->
          new JsonText("the value '" + name + "'", String.valueOf(scope.get(resolved)), scope);
      case FILE ->
          new JsonText("the file '" + name + "'", ProjectFile.of(resolved, scope).text(), scope);
    };
  }
}
