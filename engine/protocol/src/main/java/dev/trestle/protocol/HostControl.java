package dev.trestle.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The host as the goals use it. It is made of what a virtual machine loads quickly, since a goal
 * makes a few calls in a fresh one.
 */
public final class HostControl {

  private static final int CONNECT_MILLIS = 5_000;

  /** The host says something every second, if only an empty line. */
  private static final int SILENCE_MILLIS = 60_000;

  private final URI address;
  private final String token;

  /**
   * The control of one host.
   *
   * @param address such as {@code http://127.0.0.1:32771}
   * @param token the bearer token
   */
  public HostControl(String address, String token) {
    this.address = URI.create(address);
    this.token = token;
  }

  /** The running environment, without asking its services anything. */
  public EnvironmentDescription environment() {
    return JsonRecords.read(call("GET", Protocol.ENVIRONMENT, null), EnvironmentDescription.class);
  }

  /** How the host and each service fare now. */
  public HostStatus status() {
    return JsonRecords.read(call("GET", Protocol.HOST, null), HostStatus.class);
  }

  /** Asks the host to take everything down and to end; returns before it has. */
  public void end() {
    call("DELETE", Protocol.HOST, null);
  }

  /** Makes the HTML report from result files. */
  public void report(ReportRequest request) {
    call("POST", Protocol.REPORTS, request);
  }

  /**
   * Brings the environment up, or up to date, and hands on each event; returns after the last.
   *
   * @throws HostException when the host refuses, or ends before the last event
   */
  public void start(StartRequest request, Consumer<RunEvent> events) {
    stream(Protocol.ENVIRONMENT, request, events);
  }

  /**
   * Runs scenarios and hands on each event as it comes; returns after the last.
   *
   * @throws HostException when the host refuses, or ends before the last event
   */
  public void run(RunRequest request, Consumer<RunEvent> events) {
    stream(Protocol.RUNS, request, events);
  }

  private void stream(String path, Record request, Consumer<RunEvent> events) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(open("POST", path, request), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          events.accept(JsonRecords.read(line, RunEvent.class));
        }
      }
    } catch (IOException e) {
      throw unreachable("POST " + path, e);
    }
  }

  private String call(String method, String path, @Nullable Record request) {
    try (InputStream answer = open(method, path, request)) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreachable(method + " " + path, e);
    }
  }

  private InputStream open(String method, String path, @Nullable Record request)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(SILENCE_MILLIS);
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

  private static HostException refused(String call, @Nullable InputStream answer)
      throws IOException {
    String body =
        answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
    return new HostException(body.isEmpty() ? "The Trestle host refused " + call + "." : body);
  }

  private HostException unreachable(String call, IOException e) {
    return new HostException(
        "The Trestle host cannot be reached.\n"
            + (call + " to " + address + " failed: " + e + "\n")
            + "Look at target/trestle/logs/host.log for how it ended.\n"
            + "Run again; report it as a defect if it happens twice.",
        e);
  }
}
