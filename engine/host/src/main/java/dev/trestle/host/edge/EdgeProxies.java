package dev.trestle.host.edge;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Edge proxies on sockets, all served by one thread, which begins with the first of them. */
public final class EdgeProxies implements AutoCloseable {

  private final FaultedExchanges faulted = new FaultedExchanges();
  private @Nullable Loop loop;

  /** No proxy yet: an environment without edges pays for no thread. */
  public EdgeProxies() {}

  /**
   * Puts a proxy on an edge.
   *
   * @param edge the edge
   * @param watch what to do with its exchanges
   * @throws IOException when no port can be opened
   */
  EdgeProxy open(Edge edge, EdgeWatch watch) throws IOException {
    Acceptor.Passing passing =
        edge.kind() == Edge.Kind.HTTP
            ? HttpRelay.on(edge, watch, faulted)
            : (accepted, acceptor) -> TcpRelay.begin(accepted, acceptor, edge, watch);
    return Acceptor.open(loop(), passing, () -> watch.tried(edge));
  }

  /** How many sockets all edges hold, the ones that take connections included. */
  synchronized int channels() {
    return loop == null ? 0 : loop.channels();
  }

  /** How many exchanges are being changed by faults. */
  int faultsAtWork() {
    return faulted.atWork();
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
    faulted.close();
    if (loop != null) {
      loop.close();
      loop = null;
    }
  }
}
