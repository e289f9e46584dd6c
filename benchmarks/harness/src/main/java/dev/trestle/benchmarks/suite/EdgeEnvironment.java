package dev.trestle.benchmarks.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trestle.benchmarks.measure.Session;
import dev.trestle.benchmarks.stack.Java;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two services with an edge between them, brought up by {@code mvn trestle:start}. */
final class EdgeEnvironment implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile(": http://127\\.0\\.0\\.1:([0-9]+)");
  private static final Duration BOUND = Duration.ofMinutes(3);

  private final Bench bench;
  private final Path project;
  private final Session session;
  private final HttpClient client = HttpClient.newHttpClient();

  private EdgeEnvironment(Bench bench, Path project, Session session) {
    this.bench = bench;
    this.project = project;
    this.session = session;
  }

  /** Starts it; the process runtime needs no container engine. */
  static EdgeEnvironment start(Bench bench) throws IOException, InterruptedException {
    Path project = bench.home().resolve("edges");
    Session session =
        Session.start(
            bench.maven().timed("trestle:start", List.of("-Dtrestle.runtime=process")),
            project,
            Map.of("JAVA_HOME", Java.home().toString()),
            bench.stopwatch().log("edges-start"));
    EdgeEnvironment environment = new EdgeEnvironment(bench, project, session);
    if (session.waitFor() != 0) {
      environment.close();
      throw new IllegalStateException("trestle:start did not succeed.\nSee " + session.log() + ".");
    }
    return environment;
  }

  /** The port at which the provider listens. */
  int direct() throws IOException {
    return port("provider");
  }

  /** The port that the consumer was given: that of the edge. */
  int edge() throws IOException {
    return port("consumer");
  }

  private int port(String service) throws IOException {
    Path log = project.resolve("target/trestle/logs").resolve(service + ".log");
    Matcher matcher = ADDRESS.matcher(Files.readString(log));
    if (!matcher.find()) {
      throw new IllegalStateException("There is no address in " + log + ".");
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** What the host's heap holds after a collection, in MB. */
  double heap() throws IOException, InterruptedException {
    String pid = state().get("pid").asText();
    jcmd(pid, "GC.run");
    return HeapInfo.used(jcmd(pid, "GC.heap_info"));
  }

  private static String jcmd(String pid, String command) throws IOException, InterruptedException {
    String program = Java.home().resolve("bin/jcmd").toString();
    Process process = new ProcessBuilder(program, pid, command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + pid + " " + command + " failed: " + text);
    }
    return text;
  }

  /** How many calls the host has kept of some scenarios. */
  int kept(List<String> traces) throws IOException, InterruptedException {
    JsonNode host = state();
    int kept = 0;
    for (String trace : traces) {
      URI address = URI.create(host.get("address").asText() + "/v1/interactions?traceId=" + trace);
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer " + host.get("token").asText())
              .build();
      String page = client.send(request, BodyHandlers.ofString()).body();
      kept += new ObjectMapper().readTree(page).get("interactions").size();
    }
    return kept;
  }

  private JsonNode state() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(project.resolve("target/trestle/host.json")));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try {
      bench
          .stopwatch()
          .run(
              "edges-stop",
              bench.maven().timed("trestle:stop", List.of()),
              project,
              Map.of("JAVA_HOME", Java.home().toString()),
              BOUND);
    } finally {
      session.close();
    }
  }
}
