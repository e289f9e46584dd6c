package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An operation of a document.
 *
 * @param method such as {@code GET}
 * @param path the path with its variables
 * @param id its operationId, empty when it has none
 * @param node what the document says of it
 * @param parameters its parameters and those of its path
 * @param matcher what a request's path must match
 */
record Operation(
    String method,
    String path,
    String id,
    JsonNode node,
    List<JsonNode> parameters,
    Pattern matcher) {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

  static Operation of(String method, String path, JsonNode node, List<JsonNode> parameters) {
    StringBuilder regex = new StringBuilder();
    String[] literals = VARIABLE.split(path, -1);
    for (int i = 0; i < literals.length; i++) {
      regex.append(i == 0 ? "" : "[^/]+").append(Pattern.quote(literals[i]));
    }
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        node.path("operationId").asText(""),
        node,
        parameters,
        Pattern.compile(regex.toString()));
  }

  /** How it is called in messages. */
  String name() {
    return id.isEmpty() ? method + " " + path : id;
  }

  boolean isNamed(String written) {
    return written.equals(id) || written.equals(method + " " + path);
  }

  boolean matches(String otherMethod, String otherPath) {
    return method.equals(otherMethod) && matcher.matcher(otherPath).matches();
  }

  /** How many variables its path has. */
  long variables() {
    return VARIABLE.matcher(path).results().count();
  }
}
