package dev.trestle.protocol;

import java.util.List;

/**
 * How much the host sees of the calls of one service to another. A step that says something about
 * all calls of an edge is right only when the host sees all of them.
 *
 * @param isKnown whether an edge proxy stands between the two services
 * @param isRead whether the proxy reads calls there, which it does on an edge over HTTP
 * @param unread why traffic passed there unread since the time that was asked for, such as "the end
 *     of an answer of 'pricing' is in doubt"; empty when none did
 * @param lost how many of the calls that were asked for came without a scenario's trace id since
 *     then, and can be the scenario's that asked; calls that are counted for it are not among them
 * @param hasForgotten whether there were more calls without a trace id than the host remembers
 * @param edges all edges, such as {@code cart -> pricing}
 */
public record EdgeView(
    boolean isKnown,
    boolean isRead,
    String unread,
    int lost,
    boolean hasForgotten,
    List<String> edges) {

  /** Keeps an unmodifiable copy. */
  public EdgeView {
    edges = List.copyOf(edges);
  }
}
