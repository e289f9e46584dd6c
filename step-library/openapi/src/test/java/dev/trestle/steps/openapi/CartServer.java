package dev.trestle.steps.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A service 'cart' for tests, which checks most of its input by hand, but no note. */
final class CartServer implements AutoCloseable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern EMAIL = Pattern.compile("[^@ ]+@[^@ ]+");
  private static final String CART = "{\"id\": \"c-1\", \"items\": []}";

  private final HttpServer server;
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  /** How it answers after a request to {@code /mode/…}, such as LENIENT: nothing is refused. */
  private volatile String mode = "";

  CartServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** An environment with this service, and one without a document. */
  EnvironmentDescription environment() {
    String address = "127.0.0.1:" + server.getAddress().getPort();
    String document = Path.of("src/test/openapi/cart.yaml").toAbsolutePath().toString();
    return new EnvironmentDescription(
        "process",
        List.of(
            service("cart", address, Map.of(ServiceDescription.OPENAPI, document)),
            service("plain", address, Map.of())));
  }

  private static ServiceDescription service(
      String name, String address, Map<String, String> properties) {
    return new ServiceDescription(
        name, ServiceDescription.Kind.SERVICE, Map.of("8080", address), properties);
  }

  /** The bodies that came. */
  List<String> bodies() {
    return bodies;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      bodies.add(body);
      if (exchange.getRequestURI().getPath().startsWith("/mode/")) {
        mode = exchange.getRequestURI().getPath().substring("/mode/".length());
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      int status =
          "/api/login".equals(exchange.getRequestURI().getPath())
              ? (body.contains("user=") && body.contains("scope=read") ? 200 : 400)
              : status(exchange, json(body));
      if ("LENIENT".equals(mode) && status >= 400) {
        status = 201;
      }
      boolean problem = status >= 400;
      exchange
          .getResponseHeaders()
          .set("Content-Type", problem ? "application/problem+json" : "application/json");
      String path = exchange.getRequestURI().getPath();
      if (!path.endsWith("/untagged")) {
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
      }
      byte[] answer = answer(status, path).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, status == 204 ? -1 : answer.length);
      if (status != 204) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private static JsonNode json(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    }
  }

  private String answer(int status, String path) {
    if (status >= 400 || path.endsWith("/bare")) {
      switch (mode) {
        case "EMPTY":
          return "";
        case "NULL":
          return "null";
        case "WRONG_TYPE":
          return "{\"type\": 1, \"status\": \"x\", \"id\": 1, \"items\": {}}";
        default: // The usual answers follow.
      }
    }
    if (path.endsWith("/odd")) {
      return "{\"id\": 1, \"items\": [{\"sku\": \"BEANS\"}]}";
    }
    return status >= 400 ? "{\"type\": \"urn:refused\", \"status\": " + status + "}" : CART;
  }

  private static int status(HttpExchange exchange, JsonNode body) {
    String path = exchange.getRequestURI().getPath();
    if ("/api/carts/teapot".equals(path)) {
      return 302;
    }
    if (path.contains("/locked/")) {
      return 403;
    }
    if (path.endsWith("/items")) {
      return isItem(body) ? 201 : 400;
    }
    if (path.endsWith("/note")) {
      return 204;
    }
    if ("POST".equals(exchange.getRequestMethod())) {
      return isCart(body) ? 201 : 400;
    }
    String query = exchange.getRequestURI().getQuery();
    return path.endsWith("/newest") || "view=full".equals(query) || "view=short".equals(query)
        ? 200
        : 400;
  }

  private static boolean isCart(JsonNode body) {
    return body.size() == 2
        && COUNTRY.matcher(body.path("country").textValue() + "").matches()
        && EMAIL.matcher(body.path("owner").textValue() + "").matches();
  }

  private static boolean isItem(JsonNode body) {
    JsonNode quantity = body.path("quantity");
    JsonNode sku = body.path("sku");
    boolean tags = !body.has("tags") || areTags(body.path("tags"));
    return sku.isTextual()
        && !sku.asText().isEmpty()
        && sku.asText().length() <= 40
        && quantity.isInt()
        && quantity.asInt() >= 1
        && quantity.asInt() <= 99
        && tags
        && body.size() == (body.has("tags") ? 3 : 2);
  }

  private static boolean areTags(JsonNode tags) {
    boolean texts = tags.isArray() && !tags.isEmpty() && tags.size() <= 3;
    for (JsonNode tag : tags) {
      texts &= tag.isTextual() && tag.asText().length() <= 10;
    }
    return texts;
  }
}
