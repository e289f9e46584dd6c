package dev.trestle.steps.core.testing;

import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.EdgeView;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.FaultState;
import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Mail;
import dev.trestle.protocol.Outage;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.ScenarioEnd;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.protocol.ServiceLog;
import dev.trestle.protocol.SharedSecrets;
import dev.trestle.protocol.StubMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A host for tests: speaks the protocol over loopback, runs nothing, answers with what the test put
 * in and keeps what it was sent.
 */
public final class FakeHost implements AutoCloseable {

  private static final String TOKEN = "fake-host-token";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final EnvironmentDescription environment;
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<Fault.Lifted> lifted = new CopyOnWriteArrayList<>();
  private final List<StubMapping> stubs = new CopyOnWriteArrayList<>();
  private final List<Outage> outages = new CopyOnWriteArrayList<>();
  private final AtomicInteger recoveries = new AtomicInteger();
  private final List<ServiceLog> logs = new CopyOnWriteArrayList<>();
  private final List<String> contracts = new CopyOnWriteArrayList<>();
  private final List<String> ended = new CopyOnWriteArrayList<>();
  private final List<String> unused = new CopyOnWriteArrayList<>();
  private volatile String secrets = JsonRecords.write(new SharedSecrets("", List.of()));
  private volatile boolean unusedFails;
  private volatile FaultState faultState = new FaultState(List.of(), List.of());
  private volatile Function<String, List<Interaction>> interactions = traceId -> List.of();
  private final Map<String, EdgeView> edges = new ConcurrentHashMap<>();
  private volatile EdgeView edge = new EdgeView(true, true, "", 0, false, List.of());

  private FakeHost(EnvironmentDescription environment) throws IOException {
    this.environment = environment;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /** Starts a host with services that are there in name only. */
  public static FakeHost start(String... services) {
    return start(
        new EnvironmentDescription(
            "process", List.of(services).stream().map(FakeHost::service).toList()));
  }

  /** Starts a host with an environment. */
  public static FakeHost start(EnvironmentDescription environment) {
    try {
      FakeHost host = new FakeHost(environment);
      new FakeRoutes(host, TOKEN).register(host.server);
      host.server.setExecutor(host.threads);
      host.server.start();
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start a fake host.", e);
    }
  }

  private static ServiceDescription service(String name) {
    return new ServiceDescription(
        name, ServiceDescription.Kind.SERVICE, Map.of("8080", "127.0.0.1:1"), Map.of());
  }

  /** The host's address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The bearer token that the host wants. */
  public String token() {
    return TOKEN;
  }

  /** A client of this host. */
  public HostClient client() {
    return new HostClient(address(), TOKEN);
  }

  /** Puts a mail into the mailbox. */
  public void deliver(Mail mail) {
    mails.add(mail);
  }

  /** Empties the mailbox. */
  public void forgetMails() {
    mails.clear();
  }

  /** Puts a service's log, which every scenario then has. */
  public void log(ServiceLog log) {
    logs.add(log);
  }

  /** Answers with this text when it is asked for what is secret. */
  public void secrets(String answer) {
    secrets = answer;
  }

  /** Says of every scenario that its calls are not what a document says. */
  public void violated(String contract) {
    contracts.add(contract);
  }

  /**
   * Says of every scenario that a fault of it was not used.
   *
   * @param fails whether that makes the scenario fail
   */
  public void unused(String message, boolean fails) {
    unused.add(message);
    unusedFails = fails;
  }

  /** Says of every scenario that still runs which faults could have to do with a failure. */
  public void faults(FaultState state) {
    faultState = state;
  }

  /** Answers questions for a trace id's interactions. */
  public void interactions(Function<String, List<Interaction>> answer) {
    interactions = answer;
  }

  /** Says of every edge how much of its calls is seen; without this, it is all of them. */
  public void edge(EdgeView view) {
    edge = view;
  }

  /** Says how much is seen of the calls of one provider. */
  public void edge(String provider, EdgeView view) {
    edges.put(provider, view);
  }

  /** The lines of Cucumber Messages that came. */
  public List<String> messages() {
    return messages;
  }

  /** The faults that came. */
  public List<Fault> faults() {
    return faults;
  }

  /** The outages that came. */
  public List<Outage> outages() {
    return outages;
  }

  /** How often everything was to be brought back. */
  public int recoveries() {
    return recoveries.get();
  }

  /** The edges whose faults were to end. */
  public List<Fault.Lifted> lifted() {
    return lifted;
  }

  /** The stub mappings that came. */
  public List<StubMapping> stubs() {
    return stubs;
  }

  /** The trace ids of the scenarios that ended. */
  public List<String> endedScenarios() {
    return ended;
  }

  /** Stops the server. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  String environmentJson() {
    return JsonRecords.write(environment);
  }

  String secretsJson() {
    return secrets;
  }

  String mailJson(String recipient) {
    return JsonRecords.write(
        new Mail.Page(
            mails.stream().filter(mail -> recipient.isEmpty() || mail.isTo(recipient)).toList()));
  }

  String logsJson() {
    return JsonRecords.write(new ServiceLog.Page(List.copyOf(logs)));
  }

  String interactionsJson(String traceId) {
    return JsonRecords.write(new Interaction.Page(interactions.apply(traceId)));
  }

  String edgeJson(String provider) {
    return JsonRecords.write(edges.getOrDefault(provider, edge));
  }

  void accept(String path, String body) {
    switch (path) {
      case Protocol.FAULTS -> faults.add(JsonRecords.read(body, Fault.class));
      case Protocol.OUTAGES -> outages.add(JsonRecords.read(body, Outage.class));
      case Protocol.STUBS -> stubs.add(JsonRecords.read(body, StubMapping.class));
      default -> throw new IllegalArgumentException("Nothing is posted to " + path + ".");
    }
  }

  void recover() {
    recoveries.incrementAndGet();
  }

  void message(String line) {
    messages.add(line);
  }

  String faultsJson() {
    return JsonRecords.write(faultState);
  }

  String end(String traceId, boolean faultsMayBeUnused) {
    ended.add(traceId);
    return JsonRecords.write(
        new ScenarioEnd(
            faults.stream()
                .filter(fault -> fault.traceId().equals(traceId))
                .map(Fault::toString)
                .toList(),
            List.copyOf(contracts),
            faultsMayBeUnused ? List.of() : List.copyOf(unused),
            unusedFails));
  }

  void lift(Fault.Lifted fault) {
    lifted.add(fault);
  }
}
