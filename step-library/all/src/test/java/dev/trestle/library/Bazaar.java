package dev.trestle.library;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.Json;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A shop that has nothing in common with Cornershop but what one does in a shop. */
final class Bazaar implements AutoCloseable {

  private record Line(String code, long pieces) {}

  private final HttpServer server;
  private final Map<String, Long> cents = new ConcurrentHashMap<>();
  private final Map<String, Long> warehouse = new ConcurrentHashMap<>();
  private final Map<String, Line> baskets = new ConcurrentHashMap<>();

  Bazaar() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v2/", this::handle);
    server.start();
  }

  EnvironmentDescription environment() {
    String address = "127.0.0.1:" + server.getAddress().getPort();
    return new EnvironmentDescription(
        "process",
        List.of(
            new ServiceDescription(
                "bazaar", ServiceDescription.Kind.SERVICE, Map.of("8080", address), Map.of())));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<?, ?> body = sent.isEmpty() ? Map.of() : (Map<?, ?>) Json.parse(sent);
    String person = exchange.getRequestHeaders().getFirst("X-Person");
    Object answer = answer(exchange.getRequestURI().getPath().substring(4), body, person);
    byte[] bytes = Json.write(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Object answer(String path, Map<?, ?> body, String person) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return switch (path.split("/", 2)[0]) {
      case "people" -> Map.of("person", Map.of("key", UUID.randomUUID().toString()));
      case "articles" -> {
        cents.put(last, (Long) body.get("cents"));
        yield Map.of();
      }
      case "warehouse" -> {
        if (body.containsKey("pieces")) {
          warehouse.put(last, (Long) body.get("pieces"));
        }
        yield Map.of("pieces", warehouse.get(last));
      }
      default -> last.equals("lines") ? line(body, person) : purchase(person);
    };
  }

  private Object line(Map<?, ?> body, String person) {
    baskets.put(person, new Line((String) body.get("code"), (Long) body.get("pieces")));
    return Map.of();
  }

  private Object purchase(String person) {
    Line line = baskets.get(person);
    long left = warehouse.get(line.code()) - line.pieces();
    if (left < 0) {
      return Map.of("purchase", Map.of("state", "SOLD_OUT", "code", line.code()));
    }
    warehouse.put(line.code(), left);
    long total = cents.get(line.code()) * line.pieces();
    return Map.of("purchase", Map.of("state", "DONE", "cents", total));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
