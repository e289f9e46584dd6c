package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.stack.Maven;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that can start Cornershop on this machine, from images that are built already. */
final class EnvironmentTools {

  private static final String SCENARIO = "-Dtrestle.names=The cart of another shopper stays closed";
  private static final String FEATURE = "-Dtrestle.features=src/test/features/cart.feature";

  private final Maven maven;
  private final Path features;
  private final Path peers;

  EnvironmentTools(Bench bench) {
    this.maven = bench.maven();
    this.features = bench.home().resolveSibling("features");
    this.peers = bench.home().resolve("peers");
  }

  /** Trestle in both runtimes and its peers, those without what they need left out. */
  List<EnvironmentTool> here() throws IOException, InterruptedException {
    List<EnvironmentTool> tools = new ArrayList<>();
    tools.add(trestle("Trestle, processes", "process"));
    if (succeeds("docker", "info")) {
      tools.add(trestle("Trestle, containers", "container"));
      tools.add(dockerMavenPlugin());
      if (succeeds("docker-compose", "--version")) {
        tools.add(dockerCompose());
      }
    }
    return tools;
  }

  private EnvironmentTool trestle(String title, String runtime) {
    String on = "-Dtrestle.runtime=" + runtime;
    return new EnvironmentTool(
        title,
        features,
        maven.timed("trestle:start", List.of(on)),
        maven.timed("trestle:stop", List.of()),
        maven.timed("trestle:run", List.of(on, FEATURE, SCENARIO)));
  }

  private EnvironmentTool dockerMavenPlugin() {
    return new EnvironmentTool(
        "docker-maven-plugin",
        peers.resolve("docker-maven-plugin"),
        maven.timed("docker:start", List.of()),
        maven.timed("docker:stop", List.of()),
        List.of());
  }

  private EnvironmentTool dockerCompose() {
    Path folder = peers.resolve("docker-compose");
    String script = script();
    return new EnvironmentTool(
        "docker-compose", folder, List.of(script, "up"), List.of(script, "down"), List.of());
  }

  /** Builds the images of the peers, and downloads what the plugin needs. */
  List<List<String>> preparations() {
    return List.of(List.of(script(), "images"), maven.untimed("docker:stop", List.of()));
  }

  private String script() {
    return peers.resolve("docker-compose/cornershop").toString();
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // it is not installed
    }
  }
}
