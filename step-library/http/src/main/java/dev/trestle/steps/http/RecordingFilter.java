package dev.trestle.steps.http;

import dev.trestle.steps.core.exchange.Body;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.Request;
import dev.trestle.steps.core.exchange.Target;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Keeps what REST-assured sends and receives as an exchange of the scenario. */
final class RecordingFilter implements Filter {

  private final HttpSession session;
  private final Target target;

  RecordingFilter(HttpSession session, Target target) {
    this.session = session;
    this.target = target;
  }

  /** REST-assured throws checked exceptions that it does not declare. */
  private interface Sending {
    Response send() throws IOException;
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Sent sent = new Sent(() -> context.next(request, expected));
    session.send(request(request), sent);
    return sent.response;
  }

  private Request request(FilterableRequestSpecification request) {
    URI uri = URI.create(request.getURI());
    String query = uri.getRawQuery();
    return new Request(
        request.getMethod(),
        uri.getRawPath() + (query == null ? "" : "?" + query),
        target,
        request.getURI(),
        headers(request.getHeaders()),
        body(request));
  }

  private static Map<String, String> headers(Headers headers) {
    return headers.asList().stream()
        .collect(
            Collectors.toMap(
                Header::getName,
                Header::getValue,
                (first, second) -> first + ", " + second,
                () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
  }

  private static Body body(FilterableRequestSpecification request) {
    Object body = request.getBody();
    if (body == null) {
      return Body.NONE;
    }
    String type = request.getContentType() == null ? "text/plain" : request.getContentType();
    byte[] content =
        body instanceof byte[] bytes
            ? bytes
            : String.valueOf(body).getBytes(StandardCharsets.UTF_8);
    return new Body(content, type);
  }

  /** One sending, which keeps REST-assured's response. */
  private static final class Sent implements Transport {

    private final Sending sending;
    private Response response;

    Sent(Sending sending) {
      this.sending = sending;
    }

    @Override
    public Exchange send(int number, Request request) throws IOException {
      long start = System.nanoTime();
      response = sending.send();
      String body = response.asString();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      List<Map.Entry<String, String>> headers =
          response.headers().asList().stream()
              .map(header -> Map.entry(header.getName(), header.getValue()))
              .toList();
      return new Exchange(
          number, request, response.statusCode(), reason(response), headers, body, millis);
    }

    private static String reason(Response response) {
      String[] parts = response.statusLine().split(" ", 3);
      return parts.length < 3 ? "" : parts[2].strip();
    }
  }
}
