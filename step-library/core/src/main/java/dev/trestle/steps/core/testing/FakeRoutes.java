package dev.trestle.steps.core.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The host's API in front of a fake host. */
final class FakeRoutes {

  private final FakeHost host;
  private final String token;

  FakeRoutes(FakeHost host, String token) {
    this.host = host;
    this.token = token;
  }

  private interface Route {
    String answer(HttpExchange exchange) throws IOException;
  }

  void register(HttpServer server) {
    route(server, Protocol.ENVIRONMENT, exchange -> host.environmentJson());
    route(server, Protocol.MAIL, exchange -> host.mailJson(parameter(exchange, "to")));
    route(server, Protocol.SECRETS, exchange -> host.secretsJson());
    route(server, Protocol.LOGS, exchange -> host.logsJson());
    route(
        server,
        Protocol.INTERACTIONS,
        exchange -> host.interactionsJson(parameter(exchange, "traceId")));
    route(server, Protocol.EDGES, exchange -> host.edgeJson(parameter(exchange, "provider")));
    route(server, Protocol.FAULTS, this::fault);
    route(server, Protocol.STUBS, this::post);
    route(server, Protocol.OUTAGES, this::outage);
    route(server, Protocol.MESSAGES, this::messages);
    route(server, Protocol.SCENARIOS, this::end);
  }

  private void route(HttpServer server, String path, Route route) {
    HttpHandler handler =
        exchange -> {
          try (exchange) {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            boolean known = ("Bearer " + token).equals(given);
            String answer = known ? route.answer(exchange) : "Unknown token.";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        };
    server.createContext(path, handler);
  }

  private String post(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    host.accept(exchange.getRequestURI().getPath(), body);
    return "";
  }

  private String fault(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      return host.faultsJson();
    }
    if (exchange.getRequestMethod().equals("DELETE")) {
      host.lift(
          new Fault.Lifted(
              parameter(exchange, "traceId"),
              parameter(exchange, "consumer"),
              parameter(exchange, "provider")));
      return "";
    }
    return post(exchange);
  }

  private String outage(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("DELETE")) {
      host.recover();
      return "";
    }
    return post(exchange);
  }

  private String messages(HttpExchange exchange) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      host.message(line);
    }
    return "";
  }

  private String end(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return host.end(
        path.substring(path.lastIndexOf('/') + 1),
        Boolean.parseBoolean(parameter(exchange, "faultsMayBeUnused")));
  }

  private static String parameter(HttpExchange exchange, String name) {
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }
}
