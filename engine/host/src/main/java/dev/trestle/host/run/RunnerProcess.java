package dev.trestle.host.run;

import dev.trestle.protocol.ClassDataArchive;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunRequest.RunnerLaunch;
import dev.trestle.protocol.RunnerRequest;
import dev.trestle.protocol.StartRequest;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The runner's virtual machine. It boots at once and waits for its request; the end of its standard
 * input, by {@link #close} or by the death of this process, ends it.
 */
final class RunnerProcess implements AutoCloseable {

  private static final Logger LOG = System.getLogger(RunnerProcess.class.getName());
  private static final String MAIN = "dev.trestle.steps.core.runner.Runner";
  private static final int LOG_LINES = 30;
  private static final int COLUMNS = 2_000;
  private static final long STOP_SECONDS = 5;

  private static final String RUNNER = "runner";
  private static final String STANDBY = "standby";

  /** A run is short: what the second compiler and a parallel collector cost does not come back. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** By default a machine begins with a 64th of the memory there is, and fills it. */
  private static final String SMALL_HEAP = "-Xms64m";

  private final Process process;
  private final Path log;
  private final RunnerLog written;
  private final ClassDataArchive archive;

  private RunnerProcess(Process process, Path log, RunnerLog written, ClassDataArchive archive) {
    this.process = process;
    this.log = log;
    this.written = written;
    this.archive = archive;
  }

  /**
   * Starts the virtual machine for a run.
   *
   * @param next what the run needs
   * @param started hears of the process, to record it
   */
  static RunnerProcess start(StartRequest next, Consumer<ProcessHandle> started)
      throws IOException {
    return start(RUNNER, next, started, List.of());
  }

  /**
   * Starts the virtual machine for a later run; its log has a name of its own, so that the one of
   * the last run stays.
   *
   * @param next what the run needs
   * @param warmUp whether there is time to load what every run needs
   * @param started hears of the process, to record it
   */
  static RunnerProcess standBy(StartRequest next, boolean warmUp, Consumer<ProcessHandle> started)
      throws IOException {
    return start(STANDBY, next, started, warmUp ? List.of(Protocol.WARM_UP) : List.of());
  }

  private static RunnerProcess start(
      String name, StartRequest next, Consumer<ProcessHandle> started, List<String> toMain)
      throws IOException {
    RunnerLaunch launch = next.runner();
    Path logs = Files.createDirectories(Path.of(next.logs()));
    Path arguments = logs.resolve(name + ".args");
    String classPath = String.join(File.pathSeparator, launch.classPath());
    Files.writeString(arguments, "-cp\n\"" + classPath.replace("\\", "\\\\") + "\"\n");
    ClassDataArchive archive =
        ClassDataArchive.of(
                Path.of(launch.java()),
                launch.classPath().stream().map(Path::of).toList(),
                launch.arguments(),
                ClassDataArchive.folder())
            .unlessThrownAway(System.getenv());
    List<String> command = new ArrayList<>(List.of(launch.java(), "@" + arguments));
    command.addAll(SHORT_LIVED);
    if (launch.arguments().stream().noneMatch(argument -> argument.startsWith("-Xm"))) {
      command.add(SMALL_HEAP);
    }
    command.addAll(archive.arguments());
    command.addAll(launch.arguments());
    command.add(MAIN);
    command.addAll(toMain);
    Path log = logs.resolve(name + ".log");
    RunnerLog written = begun(log); // First, since a process without it would be left behind.
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of(next.directory()).toFile())
              .redirectErrorStream(true)
              .start();
      written.read(process.getInputStream(), name);
      started.accept(process.toHandle());
      return new RunnerProcess(process, log, written, archive);
    } catch (IOException e) {
      written.close();
      throw e;
    }
  }

  private static RunnerLog begun(Path log) throws IOException {
    try {
      return RunnerLog.open(log);
    } catch (IOException e) {
      throw new IOException(
          ("The runner's log '" + log + "' cannot be written.\n" + e + "\n")
              + ("Look at the folder " + log.getParent() + ".\n")
              + "Delete what is there, or make it writable, and run again.",
          e);
    }
  }

  /** The runner that stood by, now that it has a run: its log is that of the run. */
  RunnerProcess called() {
    Path called = log.resolveSibling(RUNNER + ".log");
    try {
      Files.move(log, called, StandardCopyOption.REPLACE_EXISTING);
      return new RunnerProcess(process, called, written, archive);
    } catch (IOException e) {
      return this; // an open file has to keep its name on some systems
    }
  }

  /** Whether it runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Sends the request that the runner waits for; a runner that is gone is told by its exit code.
   */
  void begin(RunnerRequest request) {
    try {
      OutputStream in = process.getOutputStream();
      in.write((JsonRecords.write(request) + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      LOG.log(Logger.Level.INFO, "The runner ended before its request: " + e);
    }
  }

  /** Waits for the end and says the exit code. */
  int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Scenarios ran to their end: the classes that were loaded are those that most runs load. */
  void rememberClasses() {
    archive.keep();
  }

  /**
   * What the runner left of itself, once it has ended with an exit code and its messages were
   * received, so that each secret in its log is known.
   */
  RunnerOutput output(int exit) {
    written.awaitEnd();
    written.maskAgain(log);
    return new RunnerOutput(exit, lastLines(), log, isOutOfMemory());
  }

  private boolean isOutOfMemory() {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.contains("java.lang.OutOfMemoryError"));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** What the runner printed last, one line each. */
  private String lastLines() {
    Deque<String> tail = new ArrayDeque<>();
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        tail.addLast(line.length() > COLUMNS ? line.substring(0, COLUMNS) + "…" : line);
        if (tail.size() > LOG_LINES) {
          tail.removeFirst();
        }
      }
      return tail.isEmpty() ? "(it printed nothing)" : String.join("\n", tail);
    } catch (IOException e) {
      return "(its log cannot be read: " + e + ")";
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> tree = process.descendants().toList();
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The runner is gone already, which is what closing is for.
    }
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Stream.concat(tree.stream(), process.descendants()).forEach(ProcessHandle::destroyForcibly);
    archive.discard();
  }
}
