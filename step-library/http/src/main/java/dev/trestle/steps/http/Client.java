package dev.trestle.steps.http;

import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/**
 * Sends requests with Apache's client, which REST-assured sends with too; see
 * docs/decisions/0007-http-steps-on-the-transport-of-rest-assured.md.
 */
final class Client implements Transport {

  /** How long a request may take when no step says otherwise. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_CONNECTIONS = 1_000;

  /** Services close idle connections; one that was idle this long is looked at before its use. */
  private static final int IDLE_MILLIS = 100;

  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s;\"]+)");

  private static final CloseableHttpClient HTTP = http();

  private final Duration bound;

  /** A client whose requests may take this long; all clients share their connections. */
  Client(Duration bound) {
    this.bound = bound;
  }

  @Override
  public Duration bound() {
    return bound;
  }

  /**
   * A request is sent once, no redirect followed and nothing decoded or remembered, so that what a
   * scenario sees is what the service did with this request.
   */
  private static CloseableHttpClient http() {
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .register("https", new Tls())
                .build());
    connections.setMaxTotal(MOST_CONNECTIONS);
    connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
    connections.setValidateAfterInactivity(IDLE_MILLIS);
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  @Override
  public Exchange send(int number, Request request) throws IOException {
    long start = System.nanoTime();
    try (CloseableHttpResponse response = HTTP.execute(wire(request))) {
      byte[] body = body(response.getEntity(), start);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      List<Map.Entry<String, String>> headers =
          Stream.of(response.getAllHeaders())
              .map(header -> Map.entry(header.getName(), header.getValue()))
              .toList();
      String reason = response.getStatusLine().getReasonPhrase();
      return new Exchange(
          number,
          request,
          response.getStatusLine().getStatusCode(),
          reason == null ? "" : reason,
          headers,
          new String(body, charset(headers)),
          millis);
    }
  }

  private HttpUriRequest wire(Request request) {
    RequestBuilder wire = RequestBuilder.create(request.method()).setUri(request.url());
    wire.addHeader("Accept", "*/*");
    request.headers().forEach(wire::setHeader);
    if (!request.body().isEmpty() || usuallyHasBody(request.method())) {
      wire.setEntity(new ByteArrayEntity(request.body().content()));
    }
    int millis = Math.max(1, Math.toIntExact(bound.toMillis()));
    wire.setConfig(
        RequestConfig.custom()
            .setConnectTimeout(Math.min(CONNECT_MILLIS, millis))
            .setSocketTimeout(millis)
            .build());
    return wire.build();
  }

  /** Without a body such a request says that its length is 0, RFC 9110 section 8.6. */
  private static boolean usuallyHasBody(String method) {
    return switch (method) {
      case "POST", "PUT", "PATCH" -> true;
      default -> false;
    };
  }

  /** The bytes; an answer that trickles in has the same bound as one that does not begin. */
  private byte[] body(HttpEntity entity, long start) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[8 * 1024];
    try (InputStream in = entity.getContent()) {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        body.write(part, 0, read);
        if (System.nanoTime() - start > bound.toNanos()) {
          throw new SocketTimeoutException("The body had not ended after " + body.size() + " B");
        }
      }
    }
    return body.toByteArray();
  }

  private static Charset charset(List<Map.Entry<String, String>> headers) {
    String type =
        headers.stream()
            .filter(header -> "Content-Type".equalsIgnoreCase(header.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    Matcher named = CHARSET.matcher(type);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
