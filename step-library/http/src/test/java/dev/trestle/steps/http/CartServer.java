package dev.trestle.steps.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.Json;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service 'cart' for tests: has one cart, echoes what it is sent under /echo, and keeps it. */
final class CartServer implements AutoCloseable {

  private static final String CART =
      """
      {"id": "c-1", "status": "OPEN", "total": 7.50, "paid": false, "coupon": null,
       "items": [{"sku": "BEANS", "quantity": 2}]}""";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /** A request that came. */
  record Received(String method, String uri, Headers headers, String body) {}

  /** An answer to give. */
  private record Answer(int status, String mediaType, String body) {}

  CartServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** An environment with this service, and one that nobody answers for. */
  EnvironmentDescription environment() {
    return new EnvironmentDescription(
        "process", List.of(service("cart", address()), service("gone", "127.0.0.1:1")));
  }

  private static ServiceDescription service(String name, String address) {
    return new ServiceDescription(
        name, ServiceDescription.Kind.SERVICE, Map.of("8080", address), Map.of());
  }

  List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Received request =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body);
      received.add(request);
      Answer answer = answer(exchange.getRequestURI().getPath(), request);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
      exchange.getResponseHeaders().set("ETag", "\"v1\"");
      exchange.getResponseHeaders().set("Location", "/carts/elsewhere");
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Answer answer(String path, Received request) {
    return switch (path) {
      case "/echo" -> new Answer(200, "application/json", echo(request));
      case "/moved" -> new Answer(302, "text/plain", "");
      case "/text" -> new Answer(200, "text/plain; charset=utf-8", "Grüße\nzwei\n");
      case "/problem" -> new Answer(409, "application/problem+json", problem());
      case "/secret" -> new Answer(200, "application/json", "{\"accessToken\": \"hunter2\"}");
      case "/down" -> new Answer(502, "text/plain", "Bad gateway");
      case "/large" -> new Answer(200, "text/plain", "x".repeat(100_000));
      default -> new Answer(200, "application/json", CART);
    };
  }

  private static String problem() {
    return "{\"type\": \"https://shop.example/problems/out-of-stock\", \"status\": 409}";
  }

  private static String echo(Received request) {
    Map<String, Object> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    Map<String, Object> echo = new LinkedHashMap<>();
    echo.put("method", request.method());
    echo.put("uri", request.uri());
    echo.put("headers", headers);
    echo.put("body", request.body());
    return Json.write(echo);
  }
}
