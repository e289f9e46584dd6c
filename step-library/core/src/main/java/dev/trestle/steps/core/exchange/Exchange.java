package dev.trestle.steps.core.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request and the response to it.
 *
 * @param number counts the scenario's exchanges from 1
 * @param request the request
 * @param status the response's status
 * @param reason the words after the status
 * @param headers the response's headers in order
 * @param body the response's body as text
 * @param millis how long it took
 */
public record Exchange(
    int number,
    Request request,
    int status,
    String reason,
    List<Map.Entry<String, String>> headers,
    String body,
    long millis) {

  /** A header's values, joined by commas; empty when there is none. */
  public String header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(", "));
  }

  /** The name of its attachment in the report. */
  public String title() {
    return title(number, request) + " → " + status;
  }

  /** The same of a request that has no answer yet. */
  public static String title(int number, Request request) {
    return "Exchange " + number + ": " + request.named() + " of " + request.target().written();
  }

  /** One line for a message. */
  public String summary() {
    return request.named()
        + " of '"
        + request.target().written()
        + "' answered "
        + status
        + " in "
        + millis
        + " ms";
  }
}
