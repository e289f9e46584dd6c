package dev.trestle.host.edge;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Edge proxies on sockets, all served by one thread, which begins with the first of them. */
public final class SocketEdgeProxies implements EdgeProxies, AutoCloseable {

  private final HttpEdgeProxies http = new HttpEdgeProxies();
  private @Nullable Loop loop;

  /** No proxy yet: an environment without edges pays for no thread. */
  public SocketEdgeProxies() {}

  @Override
  public EdgeProxy open(Edge edge, EdgeWatch watch) throws IOException {
    if (edge.kind() == Edge.Kind.HTTP) {
      return http.open(edge, watch);
    }
    return Acceptor.open(
        loop(), (accepted, acceptor) -> TcpRelay.begin(accepted, acceptor, edge.port()));
  }

  private synchronized Loop loop() throws IOException {
    Loop running = loop;
    if (running == null) {
      running = Loop.start();
      loop = running;
    }
    return running;
  }

  @Override
  public synchronized void close() {
    http.close();
    if (loop != null) {
      loop.close();
      loop = null;
    }
  }
}
