package dev.trestle.steps.core.exchange;

import java.util.Map;

/**
 * A request that is ready to be sent.
 *
 * @param method such as {@code GET}
 * @param path the path with its query as written, after names were resolved
 * @param target whom it goes to
 * @param url the whole URL
 * @param headers all headers
 * @param body the body
 */
public record Request(
    String method, String path, Target target, String url, Map<String, String> headers, Body body) {

  /** As a message names it. */
  public String named() {
    return method + " " + path;
  }
}
