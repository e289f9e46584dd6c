package dev.trestle.host.environment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A service for tests: /health, /hello, /peer asks its peer's /hello, /database asks its database,
 * /end?code ends it.
 */
final class TinyService {

  private static final Map<String, String> VARIABLES = System.getenv();

  private static final int PATIENCE_MILLIS = 2_000;

  private TinyService() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(VARIABLES.get("PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress(VARIABLES.get("HOST"), port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/health", e -> answer(e, 200, "{}"));
    server.createContext("/sick", e -> answer(e, 503, "{}"));
    server.createContext("/hello", e -> answer(e, 200, "hello from " + VARIABLES.get("NAME")));
    server.createContext(
        "/variable", e -> answer(e, 200, VARIABLES.get(e.getRequestURI().getQuery())));
    server.createContext("/peer", TinyService::askPeer);
    server.createContext("/database", TinyService::askDatabase);
    server.createContext(
        "/end",
        e -> {
          System.out.println("password=hunter2 the end is asked for");
          Runtime.getRuntime().halt(Integer.parseInt(e.getRequestURI().getQuery()));
        });
    server.start();
    System.out.println("listening");
  }

  private static void askPeer(HttpExchange exchange) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(peer() + "/hello").toURL().openConnection();
    connection.setReadTimeout(PATIENCE_MILLIS);
    String traceparent = exchange.getRequestHeaders().getFirst("traceparent");
    if (traceparent != null) {
      connection.setRequestProperty("traceparent", traceparent);
      System.out.println("{\"trace\":\"" + traceparent.split("-", -1)[1] + "\"}");
    }
    try {
      int status = connection.getResponseCode();
      answer(exchange, 200, "peer answered " + status);
    } catch (IOException e) {
      answer(exchange, 200, "peer failed " + e.getClass().getSimpleName());
    }
  }

  private static String peer() {
    return VARIABLES.getOrDefault(
        "PEER_URL", "http://" + VARIABLES.get("PEER_NODE") + ":" + VARIABLES.get("PEER_NODE_PORT"));
  }

  private static void askDatabase(HttpExchange exchange) throws IOException {
    try (Connection connection =
        DriverManager.getConnection(
            VARIABLES.get("DATABASE_URL"),
            VARIABLES.get("DATABASE_USER"),
            VARIABLES.get("DATABASE_PASSWORD"))) {
      answer(exchange, 200, "database " + connection.getCatalog());
    } catch (SQLException e) {
      answer(exchange, 500, String.valueOf(e.getMessage()));
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
