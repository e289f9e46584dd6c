package dev.trestle.host.server;

import com.sun.net.httpserver.HttpExchange;
import dev.trestle.protocol.JsonRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a call is answered with.
 *
 * @param status the HTTP status
 * @param body JSON, or the text of an error
 */
record Reply(int status, String body) {

  static Reply ok(Record body) {
    return new Reply(200, JsonRecords.write(body));
  }

  static Reply done() {
    return new Reply(204, "");
  }

  static Reply refused(int status, String message) {
    return new Reply(status, message);
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String type = status < 300 ? "application/json" : "text/plain; charset=utf-8";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
