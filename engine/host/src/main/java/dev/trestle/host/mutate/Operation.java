package dev.trestle.host.mutate;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What a provider answers to a consumer with one status.
 *
 * @param consumer who asks
 * @param provider who answers
 * @param method the HTTP method
 * @param path the path as a template
 * @param status the status of the answer
 */
record Operation(String consumer, String provider, String method, String path, int status) {

  static final Comparator<Operation> ORDER =
      Comparator.comparing(Operation::edge)
          .thenComparing(Operation::call)
          .thenComparing(Operation::status);

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  /** Such as {@code checkout -> pricing}. */
  String edge() {
    return consumer + " -> " + provider;
  }

  /** Such as {@code POST /quotes}. */
  String call() {
    return method + " " + path;
  }

  /** Whether asking once more is meant to change nothing. */
  boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  /** The calls that the template stands for, as a fault names them. */
  String calls() {
    return method + " " + PARAMETER.matcher(path).replaceAll("*");
  }

  @Override
  public String toString() {
    return edge() + " " + call() + " " + status;
  }
}
