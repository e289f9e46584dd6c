package dev.trestle.cornershop.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls one peer over HTTP; a peer that is down, slow or broken is a {@link DependencyUnavailable}.
 */
public final class ServiceClient {
  private static final Pattern JSON =
      Pattern.compile("application/(?:[^;\\s]*\\+)?json\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);

  private final String peer;
  private final URI base;
  private final Duration timeout;

  private ServiceClient(String peer, URI base, Duration timeout) {
    this.peer = peer;
    this.base = base;
    this.timeout = timeout;
  }

  /** A client of the named peer; no call lasts longer than the timeout. */
  public static ServiceClient to(String peer, URI base, Duration timeout) {
    return new ServiceClient(peer, base, timeout);
  }

  /** Begins a GET; the path starts with a slash and is already encoded. */
  public Call get(String path) {
    return new Call("GET", path);
  }

  /** Begins a POST; the path starts with a slash and is already encoded. */
  public Call post(String path) {
    return new Call("POST", path);
  }

  /** Begins a PUT; the path starts with a slash and is already encoded. */
  public Call put(String path) {
    return new Call("PUT", path);
  }

  /** Begins a DELETE; the path starts with a slash and is already encoded. */
  public Call delete(String path) {
    return new Call("DELETE", path);
  }

  /** The text encoded for use as one segment of a path or as a query value. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** One call being put together. */
  public final class Call {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String body;

    Call(String method, String path) {
      this.method = method;
      this.path = path;
    }

    /** Sends the token along. */
    public Call bearer(String token) {
      return header("Authorization", "Bearer " + token);
    }

    /** Sends the header along. */
    public Call header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Sends the value as JSON. */
    public Call json(Object value) {
      body = Json.write(value);
      return header("Content-Type", "application/json");
    }

    /** Sends the fields as an HTML form. */
    public Call form(Map<String, String> fields) {
      body =
          fields.entrySet().stream()
              .map(field -> field.getKey() + "=" + encode(field.getValue()))
              .collect(Collectors.joining("&"));
      return header("Content-Type", "application/x-www-form-urlencoded");
    }

    /**
     * Sends it and waits for the answer; answers below 500 are returned whatever their status.
     *
     * @throws DependencyUnavailable when there is no answer in time or it is a 5xx
     */
    public Answer send() {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(base + path.substring(base.getPath().endsWith("/") ? 1 : 0)))
              .timeout(timeout)
              .header(Trace.HEADER, Trace.current().child().header())
              .header("Accept", "application/json, " + Problem.MEDIA_TYPE)
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      headers.forEach(request::header);
      HttpResponse<String> response = exchange(request.build());
      if (response.statusCode() >= 500) {
        throw new DependencyUnavailable(
            peer, "answered " + response.statusCode() + " to " + method + " " + path, null);
      }
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(peer, response.statusCode(), type, response.body());
    }

    // The client's own timeout ends with the answer's headers, and a body may take for ever.
    private HttpResponse<String> exchange(HttpRequest request) {
      CompletableFuture<HttpResponse<String>> answer =
          Http.CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
      try {
        return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw late(e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof HttpTimeoutException
            ? late(e.getCause())
            : new DependencyUnavailable(peer, "cannot be reached", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DependencyUnavailable(peer, "was not waited for: the service stops", e);
      } finally {
        answer.cancel(true);
      }
    }

    private DependencyUnavailable late(Throwable cause) {
      return new DependencyUnavailable(
          peer, "did not answer within " + timeout.toMillis() + " ms", cause);
    }
  }

  /** What a peer answered. */
  public record Answer(String peer, int status, String mediaType, String text) {
    /** The body as a record; unknown members are ignored, a body that does not fit is a 503. */
    public <T> T as(Class<T> type) {
      if (!mediaType.isEmpty() && !JSON.matcher(mediaType).lookingAt()) {
        throw new DependencyUnavailable(
            peer, "answered " + status + " with '" + mediaType + "' in place of JSON", null);
      }
      try {
        T value = Json.tolerant().readValue(text, type);
        if (value != null) {
          return value;
        }
        throw new DependencyUnavailable(peer, "answered " + status + " without content", null);
      } catch (JsonProcessingException e) {
        throw new DependencyUnavailable(
            peer, "answered " + status + " with a body that cannot be read", e);
      }
    }

    /** The body as a JSON tree. */
    public JsonNode json() {
      return as(JsonNode.class);
    }

    /**
     * This answer, unless the peer refuses a token that this service has checked itself: then the
     * peer is at fault and not who sent it.
     */
    public Answer trusting() {
      if (status == 401) {
        throw new DependencyUnavailable(peer, "refused the caller's valid token with 401", null);
      }
      return this;
    }

    /** This answer if its status is a success, otherwise throws the peer's problem as ours. */
    public Answer orProblem() {
      if (status < 300) {
        return this;
      }
      throw problem();
    }

    /** The peer's problem document, to be passed on. */
    public Problem problem() {
      JsonNode document = json();
      Map<String, Object> members = new LinkedHashMap<>();
      document.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      members.keySet().removeAll(java.util.Set.of("type", "title", "status", "detail"));
      return new Problem(
          status,
          document.path("type").asText("about:blank"),
          document.path("title").asText("The request was refused"),
          document.path("detail").asText("'" + peer + "' answered " + status),
          members);
    }

    @Override
    public String toString() {
      return peer + " answered " + status;
    }
  }

  private static final class Http {
    // Made at first use: creating it costs a service that calls nobody part of its start time.
    static final HttpClient CLIENT = client();

    private static HttpClient client() {
      // In seconds. Servers cut connections that were idle for 30 s, Jetty among them; a request
      // that meets the cut is lost, and only the caller can know whether it may be sent again.
      System.setProperty("jdk.httpclient.keepalive.timeout", "20");
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
    }
  }
}
