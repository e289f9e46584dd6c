package dev.trestle.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Calls to one host, with its token. Made of what a virtual machine loads quickly, since plugin and
 * runner make a few calls in a fresh one: {@code java.net.http} costs it a tenth of a second.
 */
final class HostCalls {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int MESSAGE_CHUNK_BYTES = 8192;

  /** The host says something every second while it streams, if only an empty line. */
  private static final int SILENCE_MILLIS = 60_000;

  private static final int PATIENCE_MILLIS = 600_000;

  private final URI address;
  private final String token;

  HostCalls(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /**
   * The whole answer.
   *
   * @throws HostException when the host refuses or cannot be reached
   */
  String call(String method, String path, @Nullable Record request) {
    try (InputStream answer = open(method, path, request)) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreachable(method + " " + path, e);
    }
  }

  /**
   * Makes a call whose answer may take minutes, such as one that restarts services.
   *
   * @throws HostException when the host refuses or cannot be reached
   */
  void callPatiently(String method, String path, @Nullable Record request) {
    try (InputStream answer = open(method, path, request, PATIENCE_MILLIS)) {
      answer.readAllBytes();
    } catch (IOException e) {
      throw unreachable(method + " " + path, e);
    }
  }

  /**
   * The answer as it comes.
   *
   * @throws HostException when the host refuses
   */
  InputStream open(String method, String path, @Nullable Record request) throws IOException {
    return open(method, path, request, SILENCE_MILLIS);
  }

  private InputStream open(String method, String path, @Nullable Record request, int silenceMillis)
      throws IOException {
    HttpURLConnection connection = connection(method, path);
    connection.setReadTimeout(silenceMillis);
    if (request != null) {
      byte[] body = JsonRecords.write(request).getBytes(StandardCharsets.UTF_8);
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(body.length); // A request is never sent twice.
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    if (connection.getResponseCode() >= 300) {
      throw refused(method + " " + path, connection.getErrorStream());
    }
    return connection.getInputStream();
  }

  /** A body that is sent as it is written; its end waits for the host's word that it took all. */
  OutputStream upload(String path) throws IOException {
    HttpURLConnection connection = connection("POST", path);
    connection.setDoOutput(true);
    connection.setChunkedStreamingMode(MESSAGE_CHUNK_BYTES);
    return new Upload(connection);
  }

  /** Four parts of an error for a host that does not answer. */
  HostException unreachable(String call, IOException e) {
    return new HostException(
        "The Trestle host cannot be reached.\n"
            + (call + " to " + address + " failed: " + e + "\n")
            + "Look at target/trestle/logs/host.log for how it ended.\n"
            + "Run again; report it as a defect if it happens twice.",
        e);
  }

  private HttpURLConnection connection(String method, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setConnectTimeout(CONNECT_MILLIS);
    return connection;
  }

  private static HostException refused(String call, @Nullable InputStream answer)
      throws IOException {
    String body =
        answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
    return new HostException(body.isEmpty() ? "The Trestle host refused " + call + "." : body);
  }
}
