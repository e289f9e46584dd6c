package dev.trestle.host.edge;

import java.io.IOException;

/** Makes edge proxies. */
@FunctionalInterface
interface EdgeProxies {

  /**
   * Puts a proxy on an edge.
   *
   * @param edge the edge
   * @param watch what to do with its exchanges
   * @throws IOException when no port can be opened
   */
  EdgeProxy open(Edge edge, EdgeWatch watch) throws IOException;
}
