package dev.trestle.host.edge;

import com.sun.net.httpserver.HttpExchange;
import dev.trestle.protocol.Interaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the record of an interaction, with bounded bodies. */
final class Recording {

  static final int MAX_BODY = 16_384;

  private Recording() {}

  static Interaction of(
      Edge edge, HttpExchange exchange, byte[] body, Reply reply, Instant started, long millis) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return new Interaction(
        edge.consumer(),
        edge.provider(),
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        text(body),
        reply.status(),
        text(reply.body()),
        started.toString(),
        millis);
  }

  static String text(byte[] body) {
    int length = Math.min(body.length, MAX_BODY);
    String text = new String(body, 0, length, StandardCharsets.UTF_8);
    return body.length > length ? text + "… (" + body.length + " bytes)" : text;
  }
}
