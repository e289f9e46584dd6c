package dev.trestle.benchmarks.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** A status and a JSON body. */
record Answer(int status, Object body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer notFound() {
    return problem(404, "There is nothing here.");
  }

  static Answer problem(int status, String detail) {
    return new Answer(status, Map.of("detail", detail));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = bytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private byte[] bytes() throws JsonProcessingException {
    return JSON.writeValueAsBytes(body);
  }
}
