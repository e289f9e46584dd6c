package dev.trestle.protocol;

import java.util.List;

/**
 * How much the host sees of the calls of one service to another. A step that says something about
 * all calls of an edge is right only when the host sees all of them.
 *
 * @param isKnown whether an edge proxy stands between the two services
 * @param isRead whether the proxy reads calls there, which it does on an edge over HTTP
 * @param hasUnread whether traffic passed there unread since the time that was asked for
 * @param lost how many of the calls that were asked for came without a scenario's trace id since
 *     then
 * @param edges all edges, such as {@code cart -> pricing}
 */
public record EdgeView(
    boolean isKnown, boolean isRead, boolean hasUnread, int lost, List<String> edges) {

  /** Keeps an unmodifiable copy. */
  public EdgeView {
    edges = List.copyOf(edges);
  }
}
