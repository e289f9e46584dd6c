package dev.trestle.steps.http;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.client.HttpClient;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;

/** Sends requests with REST-assured, with one configuration for the whole run. */
final class Client {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 30_000;
  private static final int MOST_CONNECTIONS = 200;
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s;\"]+)");

  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .httpClient(
              HttpClientConfig.httpClientConfig()
                  .httpClientFactory(Client::httpClient)
                  .setParam("http.connection.timeout", CONNECT_MILLIS)
                  .setParam("http.socket.timeout", READ_MILLIS))
          .redirect(RedirectConfig.redirectConfig().followRedirects(false))
          .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  /** REST-assured throws checked exceptions that it does not declare. */
  private interface Sending {
    Response send() throws IOException;
  }

  /** Shared, since making one reads the JDK's certificates each time. */
  @SuppressWarnings("deprecation")
  private static final ClientConnectionManager CONNECTIONS = connections();

  @SuppressWarnings("deprecation")
  private static ClientConnectionManager connections() {
    var connections = new org.apache.http.impl.conn.PoolingClientConnectionManager();
    connections.setMaxTotal(MOST_CONNECTIONS);
    connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
    return connections;
  }

  /**
   * REST-assured needs this deprecated class. A connection is used once and a request sent once, so
   * that what a scenario sees is what the service did with this request.
   */
  @SuppressWarnings("deprecation")
  private static HttpClient httpClient() {
    var client = new org.apache.http.impl.client.DefaultHttpClient(CONNECTIONS);
    client.setReuseStrategy(NoConnectionReuseStrategy.INSTANCE);
    client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
    return client;
  }

  /** The response, as the exchange of that number. */
  Exchange send(int number, Request request) throws IOException {
    RequestSpecification given = RestAssured.given().config(CONFIG).urlEncodingEnabled(false);
    request.headers().forEach(given::header);
    if (!request.body().isEmpty()) {
      given.config(CONFIG.encoderConfig(encoder(request)));
      given.body(request.body().content());
    }
    long start = System.nanoTime();
    Response response = send(() -> given.request(request.method(), request.url()));
    byte[] body = response.asByteArray();
    long millis = (System.nanoTime() - start) / 1_000_000;
    List<Map.Entry<String, String>> headers =
        response.headers().asList().stream()
            .map(header -> Map.entry(header.getName(), header.getValue()))
            .toList();
    return new Exchange(
        number,
        request,
        response.statusCode(),
        reason(response.statusLine()),
        headers,
        new String(body, charset(response.contentType())),
        millis);
  }

  private static Response send(Sending sending) throws IOException {
    return sending.send();
  }

  /** Bodies are bytes already, whatever their media type. */
  private static EncoderConfig encoder(Request request) {
    String type = request.headers().getOrDefault("Content-Type", "application/octet-stream");
    return CONFIG.getEncoderConfig().encodeContentTypeAs(type, ContentType.BINARY);
  }

  private static String reason(String statusLine) {
    String[] parts = statusLine.split(" ", 3);
    return parts.length < 3 ? "" : parts[2].strip();
  }

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
