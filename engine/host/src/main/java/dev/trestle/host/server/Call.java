package dev.trestle.host.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call as its handler sees it. */
final class Call {

  private final HttpExchange exchange;
  private final List<Runnable> afterwards = new ArrayList<>();

  Call(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** The method and the path, such as {@code GET /v1/mail}. */
  String route() {
    return exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
  }

  /** A query parameter, empty when it is absent. */
  String query(String name) {
    return parameters().getOrDefault(name, "");
  }

  /** The body. */
  Body body() throws IOException {
    return Body.of(exchange.getRequestBody());
  }

  /** Has something done once the caller has the whole answer. */
  void afterwards(Runnable task) {
    afterwards.add(task);
  }

  /** Does what was to be done afterwards. */
  void answered() {
    afterwards.forEach(Runnable::run);
  }

  /** The exchange itself, for streams. */
  HttpExchange exchange() {
    return exchange;
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        parameters.put(pair.substring(0, equals), value);
      }
    }
    return parameters;
  }
}
