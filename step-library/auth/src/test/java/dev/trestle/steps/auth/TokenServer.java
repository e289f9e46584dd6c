package dev.trestle.steps.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.Json;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A token endpoint that knows one client and puts the form into the token's claims. */
final class TokenServer implements AutoCloseable {

  private final HttpServer server;

  TokenServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/oauth2/token", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String wanted =
          Base64.getEncoder().encodeToString("shop-app:a-secret".getBytes(StandardCharsets.UTF_8));
      boolean known =
          ("Basic " + wanted).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      String token = encode(Map.of("alg", "HS256")) + "." + encode(Map.of("form", form)) + ".c2ln";
      String answer =
          Json.write(
              known
                  ? Map.of("access_token", token, "token_type", "Bearer")
                  : Map.of("error", "invalid_client"));
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(known ? 200 : 401, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String encode(Map<String, String> part) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.write(part).getBytes(StandardCharsets.UTF_8));
  }

  EnvironmentDescription environment() {
    return new EnvironmentDescription(
        "process",
        List.of(
            new ServiceDescription(
                "identity",
                ServiceDescription.Kind.SERVICE,
                Map.of("8080", "127.0.0.1:" + server.getAddress().getPort()),
                Map.of())));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
