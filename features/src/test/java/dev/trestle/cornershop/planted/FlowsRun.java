package dev.trestle.cornershop.planted;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** The plugin's own goals, called as everybody calls them. */
final class FlowsRun {

  private static final int TIMEOUT_SECONDS = 300;
  private static final Path FEATURES = Path.of("src/test/features");

  private FlowsRun() {}

  /**
   * Brings the environment to the state with the bug, which replaces what the bug touches, and runs
   * the features there.
   */
  static List<RedScenario> with(PlantedBug bug) throws IOException, MavenInvocationException {
    // A new folder, so that nothing of an earlier run counts.
    Path results = bug.results().resolve("allure-results-" + System.nanoTime());
    Properties properties = new Properties();
    properties.put("trestle.compose", "compose.yaml," + bug.folder().resolve("compose.yaml"));
    // The bugs are planted into processes.
    properties.put("trestle.runtime", "process");
    properties.put("trestle.features", files(bug));
    properties.put("trestle.junit", absolute(bug.results().resolve("junit")));
    properties.put("trestle.report", absolute(bug.results().resolve("report.html")));
    properties.put("trestle.allureResults", absolute(results));
    call(List.of("trestle:start", "trestle:run"), properties, bug.results().resolve("maven.log"));
    return RedScenario.in(results);
  }

  /** Stops the environment. */
  static void stop() throws IOException, MavenInvocationException {
    call(List.of("trestle:stop"), new Properties(), Path.of("target/planted-bugs/stop.log"));
  }

  private static String files(PlantedBug bug) {
    return bug.features().stream()
        .map(name -> FEATURES.resolve(name).toString())
        .collect(Collectors.joining(","));
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().toString();
  }

  private static void call(List<String> goals, Properties properties, Path log)
      throws IOException, MavenInvocationException {
    Files.createDirectories(log.getParent());
    try (PrintStream out = new PrintStream(Files.newOutputStream(log))) {
      InvocationRequest request = new DefaultInvocationRequest();
      request.setPomFile(new File("pom.xml"));
      request.addArgs(goals);
      request.setBatchMode(true);
      request.setProperties(properties);
      // The build that this test belongs to has resolved all that is needed.
      request.setOffline(true);
      request.setLocalRepositoryDirectory(new File(System.getProperty("planted.repository")));
      request.setTimeoutInSeconds(TIMEOUT_SECONDS);
      request.setOutputHandler(out::println);
      request.setErrorHandler(out::println);
      DefaultInvoker maven = new DefaultInvoker();
      maven.setMavenHome(new File(System.getProperty("planted.maven")));
      maven.execute(request);
    }
  }
}
