package dev.trestle.cornershop.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trestle.cornershop.kit.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the service under test and holds every exchange against its OpenAPI document. */
public final class TestClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final OpenApi api;

  /** A client of the service on the loopback port. */
  public TestClient(int port, OpenApi api) {
    this.port = port;
    this.api = api;
  }

  /** Begins a request; the path may carry a query. */
  public Request request(String method, String path) {
    return new Request(method, path);
  }

  /** Begins a GET. */
  public Request get(String path) {
    return request("GET", path);
  }

  /** Begins a POST. */
  public Request post(String path) {
    return request("POST", path);
  }

  /** Begins a PUT. */
  public Request put(String path) {
    return request("PUT", path);
  }

  /** Begins a DELETE. */
  public Request delete(String path) {
    return request("DELETE", path);
  }

  /** One request being put together. */
  public final class Request {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String body = "";

    Request(String method, String path) {
      this.method = method;
      this.path = path;
    }

    /** Sends the token along. */
    public Request token(String token) {
      return header("Authorization", "Bearer " + token);
    }

    /** Sends the header along. */
    public Request header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Sends the text as JSON; single quotes stand for double ones. */
    public Request json(String text) {
      return body("application/json", text.replace('\'', '"'));
    }

    /** Sends the text as it is. */
    public Request body(String contentType, String text) {
      body = text;
      return header("Content-Type", contentType);
    }

    /** Sends it, checks the exchange and returns the answer. */
    public Reply send() {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(30))
              .method(
                  method,
                  body.isEmpty()
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      headers.forEach(request::header);
      HttpResponse<String> response = exchange(request.build());
      String contentType = response.headers().firstValue("Content-Type").orElse("");
      api.check(
          new OpenApi.Exchange(
              method,
              path.split("\\?", 2)[0],
              body,
              response.statusCode(),
              contentType,
              response.body()));
      return new Reply(response.statusCode(), response.headers(), response.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
      try {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** What the service answered. */
  public record Reply(int status, HttpHeaders headers, String text) {
    /** The body as a JSON tree. */
    public JsonNode json() {
      try {
        return Json.tolerant().readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The text at the JSON pointer, empty when it is not there. */
    public String at(String pointer) {
      return json().at(pointer).asText();
    }

    /** The last part of the problem's type, empty when there is none. */
    public String slug() {
      return at("/type").replaceFirst(".*:", "");
    }

    /** The header's value, or null. */
    public @Nullable String header(String name) {
      return headers.firstValue(name).orElse(null);
    }
  }
}
