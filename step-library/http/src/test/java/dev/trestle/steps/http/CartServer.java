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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service 'cart' for tests: has one cart, echoes what it is sent under /echo, and keeps it. */
final class CartServer implements AutoCloseable {

  private static final String JSON = "application/json";

  private static final String XML =
      """
      <?xml version="1.0"?>
      <cart id="c-1"><item sku="BEANS" quantity="2"/><item sku="TEA" quantity="1"/></cart>""";

  private static final String NAMESPACES =
      """
      <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:shop">
        <s:Body><cart><total>7.50</total></cart></s:Body>
      </s:Envelope>""";

  private static final String CART =
      """
      {"id": "c-1", "status": "OPEN", "total": 7.50, "paid": false, "coupon": null,
       "items": [{"sku": "BEANS", "quantity": 2}]}""";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CartWorlds worlds = new CartWorlds();
  private final AtomicInteger numbers = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** A request that came. */
  record Received(String method, String uri, Headers headers, String body) {}

  /** An answer to give. */
  record Answer(int status, String mediaType, String body, Map<String, String> headers) {

    Answer(int status, String mediaType, String body) {
      this(status, mediaType, body, Map.of());
    }
  }

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
    closing.countDown();
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
      String path = exchange.getRequestURI().getPath();
      Optional<Answer> world = worlds.answer(path);
      Answer answer = world.orElseGet(() -> answer(path, request));
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      if (world.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        exchange.getResponseHeaders().set("Location", "/carts/elsewhere");
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(String path, Received request) {
    return switch (path) {
      case "/echo" -> new Answer(200, "application/json", echo(request));
      case "/moved" -> new Answer(302, "text/plain", "");
      case "/text" -> new Answer(200, "text/plain; charset=utf-8", "Grüße\nzwei\n");
      case "/problem" -> new Answer(409, "application/problem+json", problem());
      case "/secret" -> new Answer(200, "application/json", "{\"accessToken\": \"hunter2\"}");
      case "/down" -> new Answer(502, "text/plain", "Bad gateway");
      case "/post-moved" -> moved(301, "/echo?a=b");
      case "/see-other" -> moved(303, "/echo");
      case "/temporary" -> moved(307, "/echo");
      case "/loop" -> moved(302, "/loop");
      case "/abroad" -> moved(302, "http://shop.example/");
      case "/cookie" -> new Answer(200, JSON, CART, Map.of("Set-Cookie", "theme=dark; Path=/"));
      case "/empty" -> new Answer(204, JSON, "");
      case "/slow" -> slow(10_000);
      case "/later" -> slow(20);
      case "/twice" -> new Answer(200, JSON, "{\"a\": 1, \"a\": 2}");
      case "/endless" -> new Answer(200, JSON, "{\"a\": 1e999999999}");
      case "/xml" -> new Answer(200, "application/xml", XML);
      case "/ns-xml" -> new Answer(200, "application/xml", NAMESPACES);
      case "/doctype" -> new Answer(200, "application/xml", "<!DOCTYPE cart><cart/>");
      case "/numbers" -> number();
      case "/large" -> new Answer(200, "text/plain", "x".repeat(100_000));
      default -> new Answer(200, "application/json", CART);
    };
  }

  private static Answer moved(int status, String location) {
    return new Answer(status, "text/plain", "", Map.of("Location", location));
  }

  private Answer slow(long millis) {
    try {
      closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Answer(200, "text/plain", "");
  }

  /** Five are served, the rest is refused. */
  private Answer number() {
    int number = numbers.incrementAndGet();
    return new Answer(
        number > 5 ? 409 : 201,
        JSON,
        "{\"number\": " + number + ", \"id\": \"c-1\", \"status\": \"OPEN\"}");
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
