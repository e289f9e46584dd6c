package dev.trestle.host.edge;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Edge proxies on the JDK's HTTP server and client; all share one client and its threads. */
public final class HttpEdgeProxies implements EdgeProxies, AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int BACKLOG = 128;

  static {
    JdkHttp.configure();
  }

  private final ExecutorService threads;
  private @Nullable HttpClient client;

  /** Proxies without a connection yet. */
  public HttpEdgeProxies() {
    AtomicInteger count = new AtomicInteger();
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "edge-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Made with the first proxy: an environment without edges pays for no client. */
  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECT)
              .executor(threads)
              .build();
      client = made;
    }
    return made;
  }

  @Override
  public EdgeProxy open(Edge edge, EdgeWatch watch) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", new EdgeHandler(edge, watch, client()));
    server.start();
    return new RunningProxy(server);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private record RunningProxy(HttpServer server) implements EdgeProxy {

    @Override
    public int port() {
      return server.getAddress().getPort();
    }

    @Override
    public void change(Condition condition) {
      throw new UnsupportedOperationException("An HTTP edge is broken by the interaction only.");
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
