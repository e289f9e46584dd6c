package dev.trestle.host.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.host.run.RunnerAccess;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.Secrets;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The host's API: HTTP on loopback, every call with the bearer token. */
public final class HostServer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(HostServer.class.getName());

  static {
    // Read once, with the first server; without it small answers wait 40 ms for Nagle's algorithm.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer http;
  private final byte[] authorization;
  private final Session session;
  private final Routes routes;
  private final ExecutorService threads;
  private final Lease lease;
  private boolean closed;

  private HostServer(
      HttpServer http, String token, Session session, WarmHost warm, Lease lease, Path folder) {
    Secrets.learn(token);
    this.http = http;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.session = session;
    this.lease = lease;
    this.routes = new Routes(new RunnerAccess(address(), token), session, warm, lease, folder);
    this.threads = Executors.newCachedThreadPool(HostServer::daemon);
  }

  /**
   * Starts to listen on a free loopback port.
   *
   * @param token the bearer token that every call must carry
   * @param session the session that this server owns and ends
   * @param warm what it keeps between runs
   * @param lease hears of the calls
   * @param folder {@code target/trestle}, in which one start or run is carried out at a time
   */
  static HostServer start(String token, Session session, WarmHost warm, Lease lease, Path folder)
      throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    HostServer server =
        new HostServer(HttpServer.create(loopback, 0), token, session, warm, lease, folder);
    server.http.setExecutor(server.threads);
    server.http.createContext("/", server::handle);
    server.http.start();
    return server;
  }

  /** Where it listens, such as {@code http://127.0.0.1:32771}. */
  public String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Call call = new Call(exchange);
    boolean counts = !call.route().equals("GET " + Protocol.HOST);
    if (counts) {
      lease.callBegins();
    }
    try {
      answer(call);
    } finally {
      if (counts) {
        lease.callEnds();
      }
      call.answered();
    }
  }

  private void answer(Call call) throws IOException {
    try (HttpExchange exchange = call.exchange()) {
      Reply reply =
          isAuthorized(exchange)
              ? reply(call)
              : Reply.refused(401, "The token is missing or wrong.");
      if (reply != null) {
        reply.send(exchange);
      }
    }
  }

  private @Nullable Reply reply(Call call) throws IOException {
    try {
      return routes.answer(call);
    } catch (Routes.OtherVersion e) {
      return Reply.refused(409, String.valueOf(e.getMessage()));
    } catch (JsonException | IllegalArgumentException e) {
      return Reply.refused(400, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (RuntimeException | Error e) { // Who asked must hear of it, or would wait for ever.
      LOG.log(Logger.Level.ERROR, "A call failed: " + call.route(), e);
      boolean unexplained = e instanceof Error || e.getMessage() == null;
      return Reply.refused(500, unexplained ? e.toString() : e.getMessage());
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
    try {
      routes.close();
    } finally {
      http.stop(0);
      threads.shutdownNow();
      session.close();
    }
  }
}
