package dev.trestle.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The host as a runner uses it, over loopback HTTP. Safe for use by many threads. */
public final class HostClient {

  private final HostCalls host;

  /**
   * A client of one host.
   *
   * @param address such as {@code http://127.0.0.1:32771}
   * @param token the bearer token
   */
  public HostClient(URI address, String token) {
    Secrets.learn(token);
    this.host = new HostCalls(address, token);
  }

  /** The running environment. */
  public EnvironmentDescription environment() {
    return get(Protocol.ENVIRONMENT, Map.of(), EnvironmentDescription.class);
  }

  /** Mails to a recipient, oldest first; an empty recipient means all. */
  public List<Mail> mails(String recipient) {
    return get(Protocol.MAIL, Map.of("to", recipient), Mail.Page.class).mails();
  }

  /** The names and values that this process must mask too. */
  public SharedSecrets secrets() {
    return get(Protocol.SECRETS, Map.of(), SharedSecrets.class);
  }

  /** Adds a stub mapping that answers one scenario only. */
  public void stub(StubMapping mapping) {
    host.call("POST", Protocol.STUBS, mapping);
  }

  /** Adds a fault to an edge. */
  public void fault(Fault fault) {
    host.call("POST", Protocol.FAULTS, fault);
  }

  /** The faults that could have to do with a failure of a scenario that still runs. */
  public FaultState faults(String traceId) {
    return get(Protocol.FAULTS, Map.of("traceId", traceId), FaultState.class);
  }

  /** Ends the faults of a scenario on one edge. */
  public void lift(Fault.Lifted lifted) {
    Map<String, String> query =
        Map.of(
            "traceId", lifted.traceId(),
            "consumer", lifted.consumer(),
            "provider", lifted.provider());
    host.call("DELETE", Protocol.FAULTS + "?" + encoded(query), null);
  }

  /** Has a real outage happen; returns when it has, and the service is ready if it is back. */
  public void outage(Outage outage) {
    host.callPatiently("POST", Protocol.OUTAGES, outage);
  }

  /** Undoes all outages; returns when every service is ready again. */
  public void recover() {
    host.callPatiently("DELETE", Protocol.OUTAGES, null);
  }

  /** A scenario's interactions on all edges and with virtual services, oldest first. */
  public List<Interaction> interactions(String traceId) {
    return get(Protocol.INTERACTIONS, Map.of("traceId", traceId), Interaction.Page.class)
        .interactions();
  }

  /**
   * How much the host sees of the calls of one service to another.
   *
   * @param calls which of them, as {@link CallPattern} reads them; empty for all
   * @param traceId the scenario that asks
   * @param age how long ago the scenario began, by the monotonic clock
   */
  public EdgeView edge(
      String consumer, String provider, String calls, String traceId, Duration age) {
    Map<String, String> query =
        Map.of(
            "consumer", consumer,
            "provider", provider,
            "calls", calls,
            "traceId", traceId,
            "nanos", String.valueOf(age.toNanos()));
    return get(Protocol.EDGES, query, EdgeView.class);
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

  /**
   * Ends a scenario's stubs and faults, and says what they were.
   *
   * @param traceId its trace id
   * @param name how reports name it
   * @param location {@code file.feature:line}
   * @param faultsMayBeUnused whether the scenario says that its faults need not be met
   */
  public ScenarioEnd endScenario(
      String traceId, String name, String location, boolean faultsMayBeUnused) {
    String query =
        encoded(
            Map.of(
                "name",
                name,
                "location",
                location,
                "faultsMayBeUnused",
                String.valueOf(faultsMayBeUnused)));
    String path = Protocol.SCENARIOS + "/" + traceId + "?" + query;
    return JsonRecords.read(host.call("DELETE", path, null), ScenarioEnd.class);
  }

  /** A stream to which the runner writes Cucumber Messages; a flush sends what was written. */
  public OutputStream messages() {
    try {
      return host.upload(Protocol.MESSAGES);
    } catch (IOException e) {
      throw host.unreachable("POST " + Protocol.MESSAGES, e);
    }
  }

  private <T> T get(String path, Map<String, String> query, Class<T> type) {
    String encoded = encoded(query);
    return JsonRecords.read(
        host.call("GET", encoded.isEmpty() ? path : path + "?" + encoded, null), type);
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
