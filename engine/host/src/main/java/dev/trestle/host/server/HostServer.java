package dev.trestle.host.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.host.run.RunnerAccess;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.JsonException;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The host's API: HTTP on loopback, every call with the bearer token. */
public final class HostServer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(HostServer.class.getName());

  private final HttpServer http;
  private final byte[] authorization;
  private final Session session;
  private final Routes routes;
  private final ExecutorService threads;
  private final AtomicInteger calls = new AtomicInteger();
  private boolean closed;
  private volatile long lastCall = System.nanoTime();

  private HostServer(HttpServer http, String token, Session session) {
    this.http = http;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.session = session;
    this.routes = new Routes(new RunnerAccess(address(), token), session);
    this.threads = Executors.newCachedThreadPool(HostServer::daemon);
  }

  /**
   * Starts to listen on a free loopback port.
   *
   * @param token the bearer token that every call must carry
   * @param session the session that this server owns and ends
   */
  public static HostServer start(String token, Session session) throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    HostServer server = new HostServer(HttpServer.create(loopback, 0), token, session);
    server.http.setExecutor(server.threads);
    server.http.createContext("/", server::handle);
    server.http.start();
    return server;
  }

  /** Where it listens, such as {@code http://127.0.0.1:32771}. */
  public String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** How long nobody has called. */
  public Duration idle() {
    return calls.get() > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastCall);
  }

  private void handle(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    try (exchange) {
      if (isAuthorized(exchange)) {
        answer(exchange);
      } else {
        Reply.refused(401, "The token is missing or wrong.").send(exchange);
      }
    } finally {
      lastCall = System.nanoTime();
      calls.decrementAndGet();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      Reply reply = routes.answer(new Call(exchange));
      if (reply != null) {
        reply.send(exchange);
      }
    } catch (JsonException | IllegalArgumentException e) {
      Reply.refused(400, String.valueOf(e.getMessage())).send(exchange);
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.ERROR, "A call failed: " + exchange.getRequestURI().getPath(), e);
      Reply.refused(500, String.valueOf(e.getMessage())).send(exchange);
    }
  }

  private boolean isAuthorized(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header != null
        && MessageDigest.isEqual(authorization, header.getBytes(StandardCharsets.UTF_8));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "host-call");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Ends a run that goes on, then the server and its session; a second call waits for the first.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    routes.close();
    http.stop(0);
    threads.shutdownNow();
    session.close();
  }
}
