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
 * @param requestBytes the length of the request's body in bytes
 * @param status the response's status, 0 when there was none
 * @param responseHeaders the response's headers by lower-case name
 * @param responseBody the response's body as text, bounded
 * @param responseBytes the length of the response's body in bytes, as far as it passed
 * @param startedAt when it began, ISO-8601 in UTC
 * @param millis how long it took in milliseconds
 * @param fault what a fault did to it, empty when none did anything
 */
public record Interaction(
    String consumer,
    String provider,
    String method,
    String path,
    Map<String, String> requestHeaders,
    String requestBody,
    long requestBytes,
    int status,
    Map<String, String> responseHeaders,
    String responseBody,
    long responseBytes,
    String startedAt,
    long millis,
    String fault) {

  /** A list of interactions, oldest first. */
  public record Page(List<Interaction> interactions) {}
}
