package dev.trestle.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The host as a runner uses it, over loopback HTTP. Safe for use by many threads. */
public final class HostClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI address;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /**
   * A client of one host.
   *
   * @param address such as {@code http://127.0.0.1:32771}
   * @param token the bearer token
   */
  public HostClient(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /** The running environment. */
  public EnvironmentDescription environment() {
    return get(Protocol.ENVIRONMENT, Map.of(), EnvironmentDescription.class);
  }

  /** Mails to a recipient, oldest first; an empty recipient means all. */
  public List<Mail> mails(String recipient) {
    return get(Protocol.MAIL, Map.of("to", recipient), Mail.Page.class).mails();
  }

  /** Adds a stub mapping that answers one scenario only. */
  public void stub(StubMapping mapping) {
    call("POST", Protocol.STUBS, Map.of(), JsonRecords.write(mapping));
  }

  /** Adds a fault to an edge. */
  public void fault(Fault fault) {
    call("POST", Protocol.FAULTS, Map.of(), JsonRecords.write(fault));
  }

  /** A scenario's interactions on all edges and with virtual services, oldest first. */
  public List<Interaction> interactions(String traceId) {
    return get(Protocol.INTERACTIONS, Map.of("traceId", traceId), Interaction.Page.class)
        .interactions();
  }

  /**
   * What the services logged for a trace id, or, where lines carry no trace id, between two
   * instants.
   */
  public List<ServiceLog> logs(String traceId, Instant from, Instant to) {
    Map<String, String> query =
        Map.of("traceId", traceId, "from", from.toString(), "to", to.toString());
    return get(Protocol.LOGS, query, ServiceLog.Page.class).logs();
  }

  /** Ends a scenario's stubs and faults. */
  public void endScenario(String traceId) {
    call("DELETE", Protocol.SCENARIOS + "/" + traceId, Map.of(), null);
  }

  /** A stream to which the runner writes Cucumber Messages; a flush sends what was written. */
  public OutputStream messages() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address.resolve(Protocol.MESSAGES).toURL().openConnection();
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Authorization", "Bearer " + token);
      connection.setDoOutput(true);
      connection.setChunkedStreamingMode(8192);
      return new MessageStream(connection);
    } catch (IOException e) {
      throw unreachable("POST " + Protocol.MESSAGES, e);
    }
  }

  private <T> T get(String path, Map<String, String> query, Class<T> type) {
    return JsonRecords.read(call("GET", path, query, null), type);
  }

  private String call(
      String method, String path, Map<String, String> query, @Nullable String body) {
    HttpRequest.BodyPublisher content =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest http = request(path, query).timeout(TIMEOUT).method(method, content).build();
    HttpResponse<String> response = send(http, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw refused(method + " " + path, response.body());
    }
    return response.body();
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    String encoded =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(address.resolve(encoded.isEmpty() ? path : path + "?" + encoded))
        .header("Authorization", "Bearer " + token);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    String call = request.method() + " " + request.uri().getPath();
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw unreachable(call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostException("Interrupted in " + call + " to the host.", e);
    }
  }

  private HostException unreachable(String call, IOException e) {
    return new HostException(
        "The Trestle host cannot be reached.\n"
            + (call + " to " + address + " failed: " + e + "\n")
            + "Look at target/trestle/logs/host.log for how it ended.\n"
            + "Run again; report it as a defect if it happens twice.",
        e);
  }

  private static HostException refused(String call, String body) {
    return new HostException(body.isBlank() ? "The Trestle host refused " + call + "." : body);
  }

  /** Writes to the host and, at its end, waits for the host's word that it took everything. */
  private static final class MessageStream extends OutputStream {

    private final HttpURLConnection connection;
    private final OutputStream body;
    private boolean closed;

    MessageStream(HttpURLConnection connection) throws IOException {
      this.connection = connection;
      this.body = connection.getOutputStream();
    }

    @Override
    public void write(int b) throws IOException {
      body.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      body.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      body.flush();
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      body.close();
      int status = connection.getResponseCode();
      if (status >= 300) {
        throw new UncheckedIOException(new IOException("The host answered " + status + "."));
      }
    }
  }
}
