package dev.trestle.host.edge;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The provider of an edge. */
final class Upstream {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** RFC 9110 section 7.6.1, and what the client sets itself. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final HttpClient client;
  private final String address;

  Upstream(HttpClient client, int port) {
    this.client = client;
    this.address = "http://127.0.0.1:" + port;
  }

  Reply ask(String method, URI uri, Headers headers, byte[] body)
      throws IOException, InterruptedException {
    String query = uri.getRawQuery();
    String path = uri.getRawPath() + (query == null ? "" : "?" + query);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
    headers.forEach(
        (name, values) -> {
          if (passes(name)) {
            values.forEach(value -> request.header(name, value));
          }
        });
    HttpRequest.BodyPublisher content =
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body);
    HttpResponse<byte[]> response =
        client.send(
            request.method(method, content).build(), HttpResponse.BodyHandlers.ofByteArray());
    Map<String, List<String>> answered = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (passes(name)) {
                answered.put(name, values);
              }
            });
    return new Reply(response.statusCode(), answered, response.body());
  }

  private static boolean passes(String header) {
    return !header.startsWith(":") && !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
  }
}
