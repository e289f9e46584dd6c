package dev.trestle.host.server;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.HostException;
import dev.trestle.protocol.HostRequest;
import dev.trestle.protocol.HostState;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.RunRequest.Output;
import dev.trestle.protocol.RunRequest.RunnerLaunch;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final HostState state;

  private HostUnderTest(Path project, Path temporary, Process parent, HostState state) {
    this.project = project;
    this.temporary = temporary;
    this.parent = parent;
    this.state = state;
    this.host = ProcessHandle.of(state.pid()).orElseThrow();
  }

  /** Starts a host whose parent is a process of its own. */
  static HostUnderTest start(Path project, Path temporary) throws IOException {
    Path log = project.resolve("host.log");
    // Every virtual machine below takes its folder for temporary files from here.
    ProcessBuilder builder =
        new ProcessBuilder(
            JAVA, "-cp", CLASS_PATH, HostParent.class.getName(), JAVA, CLASS_PATH, log.toString());
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    Process parent = builder.redirectError(project.resolve("parent.log").toFile()).start();
    HostRequest request =
        new HostRequest(Protocol.VERSION, TOKEN, project.resolve("target").toString(), 600);
    parent
        .getOutputStream()
        .write((JsonRecords.write(request) + "\n").getBytes(StandardCharsets.UTF_8));
    parent.getOutputStream().flush();
    String line = parent.inputReader(StandardCharsets.UTF_8).readLine();
    return new HostUnderTest(project, temporary, parent, JsonRecords.read(line, HostState.class));
  }

  /** Begins a run; what the host says is in {@link #events}. */
  CompletableFuture<Void> run() {
    HostClient client = new HostClient(URI.create(state.address()), TOKEN);
    return CompletableFuture.runAsync(
        () -> {
          try {
            client.run(request(), events::add);
          } catch (HostException e) {
            // The host was killed, which is what the test is about.
          }
        });
  }

  private RunRequest request() {
    Path target = project.resolve("target");
    return new RunRequest(
        Protocol.VERSION,
        "lifecycle",
        project.toString(),
        List.of(),
        List.of(),
        Map.of(),
        "auto",
        List.of("features"),
        List.of("dev.trestle.host.server.glue"),
        null,
        List.of(),
        2,
        false,
        new RunnerLaunch(JAVA, List.of(CLASS_PATH.split(File.pathSeparator)), List.of()),
        new Output(
            target.resolve("allure-results").toString(),
            target.resolve("report.html").toString(),
            target.resolve("junit").toString(),
            target.resolve("metrics.json").toString(),
            target.resolve("logs").toString()));
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
    Files.writeString(
        project.resolve("compose.yaml"),
        """
        services:
          tiny:
            expose: ["8080"]
            # As a variable, since a long command line cannot be read back to find the process.
            environment: { NAME: tiny, CLASSPATH: "%s" }
            x-trestle:
              process: ["%s", dev.trestle.host.environment.TinyService]
              ready: { http: /health }
        """
            .formatted(CLASS_PATH, JAVA));
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
