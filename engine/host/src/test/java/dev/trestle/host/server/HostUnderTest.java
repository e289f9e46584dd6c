package dev.trestle.host.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.HostControl;
import dev.trestle.protocol.HostException;
import dev.trestle.protocol.HostRequest;
import dev.trestle.protocol.HostState;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import dev.trestle.protocol.RunRequest.RunnerLaunch;
import dev.trestle.protocol.StartRequest;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A host as a child process, a project in a folder, and what the host says of a run. */
final class HostUnderTest {

  private static final String TOKEN = "0123456789abcdef";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  final Path project;
  final Path temporary;
  final List<RunEvent> events = new CopyOnWriteArrayList<>();
  final Process parent;
  final ProcessHandle host;
  List<String> runnerArguments = List.of();
  private final HostState state;
  private final BufferedReader said;

  private HostUnderTest(
      Path project, Path temporary, Process parent, BufferedReader said, HostState state) {
    this.project = project;
    this.temporary = temporary;
    this.parent = parent;
    this.said = said;
    this.state = state;
    this.host = ProcessHandle.of(state.pid()).orElseThrow();
  }

  /** Starts a host whose parent is a process of its own. */
  static HostUnderTest start(Path project, Path temporary) throws IOException {
    return start(project, temporary, Map.of());
  }

  /** Starts a host with some variables more. */
  static HostUnderTest start(Path project, Path temporary, Map<String, String> variables)
      throws IOException {
    Path log = project.resolve("host.log");
    // Every virtual machine below takes its folder for temporary files from here.
    ProcessBuilder builder =
        new ProcessBuilder(
            JAVA, "-cp", CLASS_PATH, HostParent.class.getName(), JAVA, CLASS_PATH, log.toString());
    builder.environment().putAll(variables);
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    Process parent = builder.redirectError(project.resolve("parent.log").toFile()).start();
    HostRequest request =
        new HostRequest(
            Protocol.VERSION,
            TOKEN,
            project.resolve("target").toString(),
            600,
            "",
            request(project, List.of()).environment());
    BufferedReader said = parent.inputReader(StandardCharsets.UTF_8);
    HostState state = state(parent, said, JsonRecords.write(request));
    return new HostUnderTest(project, temporary, parent, said, state);
  }

  private static HostState state(Process parent, BufferedReader said, String line)
      throws IOException {
    parent.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    parent.getOutputStream().flush();
    return JsonRecords.read(said.readLine(), HostState.class);
  }

  /** Tells the host to outlive its parent, and kills the parent. */
  void stay() throws IOException, InterruptedException {
    assertThat(state(parent, said, Protocol.STAY).stays()).isTrue();
    parent.destroyForcibly().waitFor();
  }

  /** The host's API. */
  HostControl control() {
    return new HostControl(state.address(), TOKEN);
  }

  /** Brings the environment up, or up to date; what the host says is in {@link #events}. */
  void bringUp(int leaseSeconds) {
    events.clear();
    RunRequest run = request();
    control()
        .start(
            new StartRequest(
                run.protocol(),
                run.project(),
                run.directory(),
                run.composeFiles(),
                run.profiles(),
                run.variables(),
                run.runtime(),
                run.edges(),
                run.output().logs(),
                leaseSeconds,
                run.runner()),
            events::add);
  }

  /** Begins a run whose caller can be ended in the middle. */
  Socket runToBeLeft() throws IOException {
    URI address = URI.create(state.address());
    Socket socket = new Socket(address.getHost(), address.getPort());
    byte[] body = JsonRecords.write(request()).getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(Protocol.RUNS, TOKEN, body.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    return socket;
  }

  /** Begins a run; what the host says is in {@link #events}. */
  CompletableFuture<Void> run() {
    HostControl client = control();
    return CompletableFuture.runAsync(
        () -> {
          try {
            client.run(request(), events::add);
          } catch (HostException e) {
            // The host was killed, which is what the test is about.
          }
        });
  }

  /** What a run is asked for with. */
  RunRequest request() {
    return request(project, runnerArguments);
  }

  private static RunRequest request(Path project, List<String> runnerArguments) {
    Path target = project.resolve("target");
    return new RunRequest(
        Protocol.VERSION,
        "lifecycle",
        project.toString(),
        List.of(),
        List.of(),
        Map.of(),
        "auto",
        true,
        List.of("features"),
        List.of("dev.trestle.host.server.glue"),
        null,
        List.of(),
        2,
        false,
        true,
        "fail",
        "fail",
        new RunnerLaunch(JAVA, runnerClassPath(project), runnerArguments),
        new Output(
            target.resolve("allure-results").toString(),
            target.resolve("report.html").toString(),
            target.resolve("junit").toString(),
            target.resolve("metrics.json").toString(),
            target.resolve("logs").toString()));
  }

  /** With a folder of the project before it, whose files a test can change. */
  private static List<String> runnerClassPath(Path project) {
    List<String> classPath = new ArrayList<>(List.of(project.resolve("classes").toString()));
    classPath.addAll(List.of(CLASS_PATH.split(File.pathSeparator)));
    return classPath;
  }

  void feature(String... steps) throws IOException {
    Path features = Files.createDirectories(project.resolve("features"));
    String scenario =
        "Feature: Life\n\n  Scenario: One\n    " + String.join("\n    ", steps) + "\n";
    Files.writeString(features.resolve("life.feature"), scenario);
  }

  /** A scenario that hangs, and one in the other lane that ends when the first has come so far. */
  void hangingFeature() throws IOException {
    feature(
        "Given the service answers",
        "When the scenario hangs",
        "",
        "Scenario: Two",
        "When another scenario hangs");
  }

  /** One service that is a local process. */
  void service() throws IOException {
    services(service("tiny", ""));
  }

  /** A Compose file with services. */
  void services(String... services) throws IOException {
    Files.writeString(project.resolve("compose.yaml"), "services:\n" + String.join("", services));
  }

  /**
   * A service that is a local process.
   *
   * @param more further lines of its definition, each indented by four
   */
  static String service(String name, String more) {
    return """
          %1$s:
            expose: ["8080"]
            # As a variable, since a long command line cannot be read back to find the process.
            environment: { NAME: %1$s, CLASSPATH: "%2$s" }
            x-trestle:
              process: ["%3$s", dev.trestle.host.environment.TinyService, %1$s]
              ready: { http: /health }
        %4$s"""
        .formatted(name, CLASS_PATH, JAVA, more)
        .indent(0);
  }

  /** Waits until the host says something of a kind. */
  <T extends RunEvent> T await(Class<T> type) {
    return Waiting.until(
        () -> events.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null),
        "event " + type.getSimpleName() + " among " + events + " and " + log());
  }

  /** Waits for a descendant of the host by a part of its command line. */
  ProcessHandle awaitProcess(String part) {
    return Waiting.until(
        () ->
            host.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(part))
                .findFirst()
                .orElse(null),
        "process " + part);
  }

  /** Waits until the host has heard of the scenario that hangs. */
  void awaitHanging() {
    await(RunEvent.ScenarioFinished.class);
  }

  /** Ends the parent's hold on the host as an ordinary build does, or kills the parent. */
  void killParent() {
    parent.destroyForcibly();
  }

  void awaitHostEnd() throws InterruptedException, ExecutionException {
    try {
      host.onExit().get(60, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The host still lives.\n" + log(), e);
    }
  }

  String log() {
    try {
      return Files.readString(project.resolve("host.log"));
    } catch (IOException e) {
      return String.valueOf(e);
    }
  }
}
