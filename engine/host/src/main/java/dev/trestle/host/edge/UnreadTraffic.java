package dev.trestle.host.edge;

import java.lang.System.Logger;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When and why traffic of each edge passed unread last. Safe for use by many threads. */
final class UnreadTraffic {

  private static final Logger LOG = System.getLogger(UnreadTraffic.class.getName());
  private static final String TOLD =
      """
      A connection %s passes unread, since %s. Its calls are not recorded, and faults for single \
      calls do not reach them. If %s does not speak HTTP/1.1 there, declare the edge with \
      'protocol: tcp'.""";

  private final Map<Edge, Last> last = new ConcurrentHashMap<>();
  private final Map<Edge, Set<String>> told = new ConcurrentHashMap<>();

  private record Last(long time, String why) {}

  /** A consumer sent something that is not read, for this reason. */
  void passed(Edge edge, String why) {
    last.put(edge, new Last(System.nanoTime(), why));
  }

  /** Logs that an edge over HTTP passes something unread, once for each reason. */
  void tell(Edge edge, String why) {
    if (told.computeIfAbsent(edge, key -> ConcurrentHashMap.newKeySet()).add(why)) {
      LOG.log(Logger.Level.WARNING, TOLD.formatted(edge, why, edge.provider()));
    }
  }

  /** Why something passed unread on one of the edges since a time; empty when nothing did. */
  String since(long nanos, Collection<Edge> edges) {
    return edges.stream()
        .map(last::get)
        .filter(each -> each != null && each.time() - nanos >= 0)
        .map(Last::why)
        .findFirst()
        .orElse("");
  }
}
