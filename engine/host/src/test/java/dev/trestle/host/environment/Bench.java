package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.container.EngineAddress;
import dev.trestle.host.session.Folders;
import dev.trestle.host.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Starts environments for a test and checks that nothing of them stays. */
final class Bench implements EnvironmentListener, AutoCloseable {

  static final String ADA = "7e57ca5e16cd43dd8448eb211c80319c";
  static final String BOB = "7e57ca5e17cd43dd8448eb211c80319c";

  private final Path folder;
  private final Session session;
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final @Nullable EngineAddress engine;
  private boolean edges = true;
  private final BlockingQueue<ServiceDeath> deaths = new LinkedBlockingQueue<>();
  private @Nullable Environment environment;

  Bench() throws IOException {
    this(null);
  }

  /** A bench whose environments run in an engine's containers. */
  Bench(@Nullable EngineAddress engine) throws IOException {
    this.engine = engine;
    folder = Files.createTempDirectory("bench");
    session = Session.open(folder);
  }

  Path folder() {
    return folder;
  }

  List<String> events() {
    return events;
  }

  /** The environments that it starts from now on have no edges. */
  Bench withoutEdges() {
    edges = false;
    return this;
  }

  Environment start(ComposeProject project) {
    environment = Environment.start(request(project), this);
    return environment;
  }

  EnvironmentRequest request(ComposeProject project) {
    return new EnvironmentRequest(
        project,
        session,
        folder.resolve("target/trestle/logs"),
        EnvironmentRequest.READY_TIMEOUT,
        engine,
        edges);
  }

  /** The name of the session, which is a label of its containers. */
  String session() {
    return session.folder().getFileName().toString();
  }

  /** What a service has logged. */
  String log(String service) throws IOException {
    return Files.readString(folder.resolve("target/trestle/logs").resolve(service + ".log"));
  }

  /** Waits until a service has logged a word. */
  void awaitLog(String service, String word) {
    Awaitility.await(service + " logs " + word)
        .atMost(Duration.ofSeconds(20))
        .until(() -> log(service).contains(word));
  }

  String startAndFail(ComposeProject project) {
    EnvironmentException e = catchThrowableOfType(EnvironmentException.class, () -> start(project));
    assertThat(e).isNotNull();
    return e.getMessage();
  }

  ServiceDeath awaitDeath() throws InterruptedException {
    ServiceDeath death = deaths.poll(10, TimeUnit.SECONDS);
    assertThat(death).isNotNull();
    return death;
  }

  String get(String service, String path) throws IOException {
    return get(service, path, Map.of());
  }

  /** Status and body of a request to a service as the test reaches it. */
  String get(String service, String path, Map<String, String> headers) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://" + address(service) + path).toURL().openConnection();
    headers.forEach(connection::setRequestProperty);
    int status = connection.getResponseCode();
    try (InputStream body =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      return status
          + " "
          + (body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** What a service is answered by its peer, in a scenario. */
  String peer(String service, String traceId) throws IOException {
    return get(service, "/peer", Map.of("traceparent", "00-" + traceId + "-b7ad6b7169203331-01"));
  }

  /** A folder with stub mappings that greet. */
  Path stubs(String name) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve(name).resolve("mappings"));
    Files.writeString(
        mappings.resolve("hello.json"),
        "{\"request\":{\"url\":\"/hello\"},\"response\":{\"body\":\"hello\"}}");
    return folder.resolve(name);
  }

  String address(String service) {
    assertThat(environment).isNotNull();
    return environment
        .description()
        .service(service)
        .orElseThrow()
        .endpoints()
        .values()
        .iterator()
        .next();
  }

  /** Closes the environment and checks processes, ports and the session's folder. */
  void closeAndExpectNothingLeft() throws IOException {
    List<Integer> ports = List.of();
    if (environment != null) {
      ports =
          environment.description().services().stream()
              .flatMap(service -> service.endpoints().values().stream())
              .map(address -> Integer.parseInt(address.split(":", -1)[1]))
              .toList();
      environment.close();
    }
    assertThat(recorded()).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    for (int port : ports) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        assertThat(socket.isBound()).isTrue();
      }
    }
    session.close();
    assertThat(session.folder()).doesNotExist();
  }

  List<Long> recorded() throws IOException {
    Path file = session.folder().resolve("processes");
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .map(line -> Long.parseLong(line.split(" ", -1)[0]))
            .toList()
        : List.of();
  }

  @Override
  public void starting(String name) {
    events.add(name + " starting");
  }

  @Override
  public void ready(String name, long millis) {
    events.add(name + " ready");
  }

  @Override
  public void died(ServiceDeath death) {
    deaths.add(death);
  }

  @Override
  public void close() throws IOException {
    if (environment != null) {
      environment.close();
    }
    session.close();
    Folders.delete(folder);
  }
}
