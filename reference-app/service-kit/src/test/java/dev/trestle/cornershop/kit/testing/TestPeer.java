package dev.trestle.cornershop.kit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A scripted HTTP peer on a free loopback port that remembers what it was asked. */
public final class TestPeer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Function<Call, Reply>> script = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  private TestPeer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Starts a peer that answers 404 to everything. */
  public static TestPeer start() {
    return start(0);
  }

  /** Starts a peer on the port, for one that comes back after having been closed. */
  public static TestPeer start(int port) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      ExecutorService threads =
          Executors.newCachedThreadPool(
              work -> {
                Thread thread = new Thread(work, "test-peer");
                thread.setDaemon(true);
                return thread;
              });
      TestPeer peer = new TestPeer(server, threads);
      server.createContext("/", peer::handle);
      server.setExecutor(threads);
      server.start();
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers the method and path (without query) from now on with this status and JSON. */
  public TestPeer on(String method, String path, int status, String json) {
    return on(method, path, call -> Reply.json(status, json));
  }

  /** Answers the method and path (without query) from now on as the function says. */
  public TestPeer on(String method, String path, Function<Call, Reply> answer) {
    script.put(method + " " + path, answer);
    return this;
  }

  /** Where the peer listens, without a trailing slash. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** The port that the peer listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Everything it was asked, oldest first. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Call call = Call.of(exchange);
    calls.add(call);
    Reply reply =
        script
            .getOrDefault(call.method() + " " + call.path(), any -> Reply.json(404, "{}"))
            .apply(call);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
    exchange.close();
  }

  /** One request that the peer received; header names are in lower case. */
  public record Call(
      String method, String path, String query, Map<String, String> headers, String body) {
    static Call of(HttpExchange exchange) throws IOException {
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
      String query = exchange.getRequestURI().getQuery();
      return new Call(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          query == null ? "" : query,
          Map.copyOf(headers),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** What the peer answers. */
  public record Reply(int status, String contentType, String body) {
    /** A JSON answer, or a problem document when the status is an error. */
    public static Reply json(int status, String json) {
      String type = status < 400 ? "application/json" : "application/problem+json";
      return new Reply(status, type, json);
    }
  }
}
