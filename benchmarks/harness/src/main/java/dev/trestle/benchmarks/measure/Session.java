package dev.trestle.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command whose descendants may stay when it is gone, until they are closed with it. */
public final class Session implements AutoCloseable {

  private static final long BOUND_MINUTES = 5;

  private final Process process;
  private final ProcessTree tree;
  private final Path log;
  private final Rescue rescue;

  private Session(Process process, Path log) {
    this.process = process;
    this.tree = new ProcessTree(process.pid());
    this.log = log;
    this.rescue = new Rescue(tree::kill);
  }

  /**
   * Starts a command.
   *
   * @param log the file for what it prints
   */
  public static Session start(
      List<String> command, Path folder, Map<String, String> variables, Path log)
      throws IOException {
    Files.createDirectories(log.getParent());
    List<String> all = new ArrayList<>(List.of("setsid"));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new Session(builder.start(), log);
  }

  /** Waits for the command itself, and gives its exit code. */
  public int waitFor() throws InterruptedException {
    return process.waitFor(BOUND_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  /** The file with what it prints. */
  public Path log() {
    return log;
  }

  /** Lets its descendants live on, also when the harness ends. */
  public void leave() {
    rescue.withdraw();
  }

  @Override
  public void close() {
    tree.kill();
    rescue.withdraw();
  }
}
