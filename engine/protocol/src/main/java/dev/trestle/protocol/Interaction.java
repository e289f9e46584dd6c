package dev.trestle.protocol;

import java.util.List;
import java.util.Map;

/**
 * One request and its response on an edge.
 *
 * @param consumer who called; {@code test} for the scenario itself, empty when it is not known
 * @param provider who was called
 * @param method the HTTP method
 * @param path the path with its query
 * @param requestHeaders the request's headers by lower-case name
 * @param requestBody the request's body as text, bounded
 * @param status the response's status, 0 when there was none
 * @param responseBody the response's body as text, bounded
 * @param startedAt when it began, ISO-8601 in UTC
 * @param millis how long it took in milliseconds
 */
public record Interaction(
    String consumer,
    String provider,
    String method,
    String path,
    Map<String, String> requestHeaders,
    String requestBody,
    int status,
    String responseBody,
    String startedAt,
    long millis) {

  /** A list of interactions, oldest first. */
  public record Page(List<Interaction> interactions) {}
}
