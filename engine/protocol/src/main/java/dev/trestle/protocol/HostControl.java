package dev.trestle.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The host as the goals use it. */
public final class HostControl {

  private final HostCalls host;

  /**
   * The control of one host.
   *
   * @param address such as {@code http://127.0.0.1:32771}
   * @param token the bearer token
   */
  public HostControl(String address, String token) {
    this.host = new HostCalls(URI.create(address), token);
  }

  /** The running environment, without asking its services anything. */
  public EnvironmentDescription environment() {
    return JsonRecords.read(
        host.call("GET", Protocol.ENVIRONMENT, null), EnvironmentDescription.class);
  }

  /** How the host and each service fare now. */
  public HostStatus status() {
    return JsonRecords.read(host.call("GET", Protocol.HOST, null), HostStatus.class);
  }

  /** Asks the host to take everything down and to end; returns before it has. */
  public void end() {
    host.call("DELETE", Protocol.HOST, null);
  }

  /** Makes the HTML report from result files. */
  public void report(ReportRequest request) {
    host.call("POST", Protocol.REPORTS, request);
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

  /**
   * Tries mutants and hands on each event as it comes; returns after the last.
   *
   * @throws HostException when the host refuses, or ends before the last event
   */
  public void mutate(MutationRequest request, Consumer<RunEvent> events) {
    stream(Protocol.MUTATIONS, request, events);
  }

  private void stream(String path, Record request, Consumer<RunEvent> events) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(host.open("POST", path, request), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          events.accept(JsonRecords.read(line, RunEvent.class));
        }
      }
    } catch (IOException e) {
      throw host.unreachable("POST " + path, e);
    }
  }
}
