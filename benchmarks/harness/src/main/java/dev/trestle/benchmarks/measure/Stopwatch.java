package dev.trestle.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command and measures it with all its descendants. */
public final class Stopwatch {

  private static final Duration LINGER = Duration.ofSeconds(60);

  /** What bash answers for SIGKILL, 128 + 9. */
  private static final int KILLED = 137;

  private static final String SCRIPT =
      "TIMEFORMAT='" + Times.FORMAT + "'; { time \"$@\" >\"$0.log\" 2>&1; } 2>\"$0.times\"";

  private final Path logs;
  private final Kernel kernel = Kernel.ofThisMachine();

  /**
   * A stopwatch.
   *
   * @param logs the folder for what the commands print
   */
  public Stopwatch(Path logs) {
    this.logs = logs;
  }

  /** Where a command's output is. */
  public Path log(String name) {
    return logs.resolve(name + ".log");
  }

  /**
   * Runs a command to its end.
   *
   * @param name names its log
   * @param environment variables beside those of the harness
   * @param bound what is killed when it takes longer
   */
  public Usage run(
      String name,
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Duration bound)
      throws IOException, InterruptedException {
    Files.createDirectories(logs);
    Process process = start(name, command, folder, environment);
    Sampler sampler = new Sampler(new ProcessTree(process.pid()));
    Thread sampling = new Thread(sampler, "sampler");
    sampling.setDaemon(true);
    Rescue rescue = new Rescue(sampler::kill);
    sampling.start();
    try {
      boolean ended = process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
      double lingered = ended ? linger(sampler) : 0;
      sampling.interrupt();
      sampling.join();
      if (!ended) {
        throw new IOException(
            "It did not end within " + bound.toSeconds() + " s; see " + log(name));
      }
      return usage(name, process.exitValue(), lingered, sampler);
    } finally {
      sampler.kill();
      rescue.withdraw();
    }
  }

  private Process start(
      String name, List<String> command, Path folder, Map<String, String> environment)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("setsid", "bash", "-c", SCRIPT, logs.resolve(name).toString()));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** Waits for descendants that outlive the command; gives for how long they did, in seconds. */
  private static double linger(Sampler sampler) throws InterruptedException {
    long start = System.nanoTime();
    while (sampler.sample() > 0 && System.nanoTime() - start < LINGER.toNanos()) {
      Thread.sleep(20);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Usage usage(String name, int exit, double lingered, Sampler sampler) throws IOException {
    if (exit == KILLED) {
      throw new IOException("It was killed; see " + log(name));
    }
    Times times = Times.parse(Files.readString(logs.resolve(name + ".times")));
    double orphaned = kernel.seconds(sampler.orphanedTicks());
    return new Usage(
        exit,
        times.real(),
        times.user() + times.system() + orphaned,
        orphaned,
        lingered < 0.05 ? 0 : lingered,
        kernel.megabytes(sampler.peakPages()),
        sampler.peakPss() / 1024.0);
  }
}
