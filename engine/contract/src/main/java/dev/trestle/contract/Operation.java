package dev.trestle.contract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An operation of an OpenAPI document.
 *
 * @param method such as {@code GET}
 * @param path the path with its variables
 * @param id its operationId, empty when it has none
 * @param place what the document says of it
 * @param parameters its parameters and those of its path
 * @param matcher what a request's path must match
 */
public record Operation(
    String method, String path, String id, Place place, List<Place> parameters, Pattern matcher) {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  /**
   * An operation.
   *
   * @param basePaths what may come before its path; what is said of it has the first
   */
  static Operation of(
      String method, List<String> basePaths, String path, Place place, List<Place> parameters) {
    StringBuilder regex =
        new StringBuilder(
            basePaths.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")")));
    String[] literals = VARIABLE.split(path, -1);
    for (int i = 0; i < literals.length; i++) {
      regex.append(i == 0 ? "" : "([^/]+)").append(Pattern.quote(literals[i]));
    }
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        basePaths.get(0) + path,
        place.text("operationId"),
        place,
        parameters,
        Pattern.compile(regex.toString()));
  }

  /** How it is called in messages: its operationId, else method and path. */
  public String name() {
    return id.isEmpty() ? signature() : id;
  }

  /** Method and path template, such as {@code GET /carts/{id}}. */
  public String signature() {
    return method + " " + path;
  }

  /** Whether it has an operationId, or method and path, as written. */
  public boolean isNamed(String written) {
    return written.equals(id) || written.equals(signature());
  }

  /** Whether a request is one of it. */
  public boolean matches(String otherMethod, String otherPath) {
    return method.equals(otherMethod) && matches(otherPath);
  }

  /** Whether a path is one of it. */
  boolean matches(String otherPath) {
    return matcher.matcher(otherPath).matches();
  }

  /** The names of the path's variables, in its order. */
  List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }
}
