package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Rescue;
import dev.trestle.benchmarks.measure.Session;
import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.stack.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Cornershop from the command until all of it is healthy, and until all of it is gone: by Trestle
 * in processes and in containers, and by who else starts containers. Images are built before.
 */
public final class EnvironmentSuite {

  private static final int WARM_RUNS = 3;
  private static final Duration BOUND = Duration.ofMinutes(3);

  private final Bench bench;
  private final Figures figures;
  private final EnvironmentTools tools;
  private final Path empty;
  private final Map<String, String> variables = Map.of("JAVA_HOME", Java.home().toString());

  /** A suite. */
  public EnvironmentSuite(Bench bench) {
    this.bench = bench;
    this.figures = new Figures(bench, "environment");
    this.tools = new EnvironmentTools(bench);
    this.empty = bench.home().resolve("peers/empty");
  }

  /** Starts each as often as asked for, in turns, after once that does not count. */
  public void run(int repetitions) throws IOException, InterruptedException {
    List<EnvironmentTool> here = tools.here();
    if (here.size() > 2 && !prepare()) {
      return;
    }
    for (int i = 0; i <= repetitions; i++) {
      for (EnvironmentTool tool : here) {
        once(tool, i > 0);
      }
      Collections.rotate(here, 1);
    }
  }

  private boolean prepare() throws IOException, InterruptedException {
    int number = 0;
    for (List<String> command : tools.preparations()) {
      String name = "environment-prepare-" + number++;
      Path folder = bench.home().resolve("peers/docker-maven-plugin");
      if (bench.stopwatch().run(name, command, folder, variables, Duration.ofMinutes(9)).exit()
          != 0) {
        figures.skip("the images cannot be built; see " + bench.stopwatch().log(name));
        return false;
      }
    }
    return true;
  }

  private void once(EnvironmentTool tool, boolean counts) throws IOException, InterruptedException {
    Rescue rescue = new Rescue(() -> takeDown(tool));
    Optional<Double> start = timed(tool, tool.start(), "start");
    if (start.isPresent() && !tool.run().isEmpty()) {
      warm(tool, counts);
    }
    Optional<Double> stop = timed(tool, tool.stop(), "stop");
    rescue.withdraw();
    if (start.isPresent() && stop.isPresent() && counts) {
      figures.keep(tool.title(), "command to ready", "s", start.get());
      if (!tool.run().isEmpty()) {
        String log = Files.readString(bench.stopwatch().log(tool.log("start")));
        figures.keep(
            tool.title(), "the environment itself", "s", ReadyTime.in(log).toMillis() / 1000.0);
      }
      figures.keep(tool.title(), "command to stop", "s", stop.get());
    }
  }

  /** The harness was told to end. */
  private void takeDown(EnvironmentTool tool) {
    try {
      ProcessBuilder builder = new ProcessBuilder(tool.stop()).directory(tool.folder().toFile());
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.start().waitFor(1, TimeUnit.MINUTES);
    } catch (IOException e) {
      bench.log().say("environment: " + tool.title() + " was not taken down: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is started outlives the command, so that it is timed by the clock alone. */
  private Optional<Double> timed(EnvironmentTool tool, List<String> command, String what)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Session session =
        Session.start(command, tool.folder(), variables, bench.stopwatch().log(tool.log(what)));
    int exit = session.waitFor();
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (exit != 0) {
      figures.skip(tool.title() + " did not " + what + "; see " + session.log());
      session.close();
      return Optional.empty();
    }
    session.leave();
    return Optional.of(seconds);
  }

  private void warm(EnvironmentTool tool, boolean counts) throws IOException, InterruptedException {
    String on = tool.title().replace("Trestle, ", "");
    for (int i = 0; i <= WARM_RUNS; i++) {
      Usage one = measured(tool.log("run"), tool.run(), tool.folder());
      Usage none =
          measured("environment-validate", bench.maven().timed("validate", List.of()), empty);
      if (one.exit() != 0) {
        figures.skip("the scenario failed; see " + bench.stopwatch().log(tool.log("run")));
        return;
      }
      if (counts && i > 0) {
        figures.keep("one scenario of Cornershop, " + on, "wall", "s", one.wall());
        figures.keep("empty mvn validate beside Cornershop", "wall", "s", none.wall());
      }
    }
  }

  private Usage measured(String name, List<String> command, Path folder)
      throws IOException, InterruptedException {
    return bench.stopwatch().run(name, command, folder, variables, BOUND);
  }
}
