package dev.trestle.maven;

import dev.trestle.protocol.HostClient;
import dev.trestle.protocol.HostRequest;
import dev.trestle.protocol.HostState;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A host that this build started. The host lives as long as its standard input is open, so that it
 * goes when Maven goes, however Maven goes.
 */
final class HostConnection implements AutoCloseable {

  private static final String MAIN = "dev.trestle.host.server.HostMain";
  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 60;
  private static final int LEASE_SECONDS = 3600;
  private static final int LOG_LINES = 20;

  private final Process process;
  private final HostClient client;
  private final Thread hook;

  private HostConnection(Process process, HostClient client) {
    this.process = process;
    this.client = client;
    this.hook = new Thread(this::end, "trestle-host-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a host and waits until it listens.
   *
   * @param java the Java executable
   * @param classPath the host's class path
   * @param folder {@code target/trestle}
   */
  static HostConnection start(String java, List<Path> classPath, Path folder)
      throws MojoExecutionException {
    Path log = folder.resolve("logs").resolve("host.log");
    try {
      Process process = launch(java, classPath, folder, log);
      String token = token();
      OutputStream in = process.getOutputStream();
      HostRequest request =
          new HostRequest(Protocol.VERSION, token, folder.toString(), LEASE_SECONDS);
      in.write((JsonRecords.write(request) + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
      HostState state = JsonRecords.read(handshake(process, log), HostState.class);
      return new HostConnection(process, new HostClient(URI.create(state.address()), token));
    } catch (IOException e) {
      throw notStarted(e.toString(), log);
    }
  }

  /** The host's API. */
  HostClient client() {
    return client;
  }

  private static Process launch(String java, List<Path> classPath, Path folder, Path log)
      throws IOException {
    Files.createDirectories(log.getParent());
    Path arguments = folder.resolve("host.args");
    String joined =
        String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
    Files.writeString(arguments, "-cp\n\"" + joined.replace("\\", "\\\\") + "\"\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "@" + arguments,
            MAIN);
    // Allure's generator embeds an analytics script unless this is set.
    builder.environment().put("ALLURE_NO_ANALYTICS", "true");
    return builder.redirectError(log.toFile()).start();
  }

  private static String token() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String handshake(Process process, Path log) throws MojoExecutionException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    CompletableFuture<String> line =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return out.readLine();
              } catch (IOException e) {
                return null;
              }
            });
    try {
      String said = line.get(START_SECONDS, TimeUnit.SECONDS);
      if (said == null) {
        throw notStarted("It ended before it listened.", log);
      }
      return said;
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      throw notStarted("It did not listen within " + START_SECONDS + " s.", log);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw notStarted("The build was interrupted.", log);
    }
  }

  private static MojoExecutionException notStarted(String evidence, Path log) {
    return new MojoExecutionException(
        "The Trestle host could not be started.\n"
            + evidence
            + "\nLog: "
            + log
            + lastLines(log)
            + "\nFix what the log names, and run again.");
  }

  private static String lastLines(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      List<String> tail = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return tail.isEmpty() ? "; it is empty." : "; its last lines:\n" + String.join("\n", tail);
    } catch (IOException e) {
      return "; it cannot be read.";
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Maven is shutting down and the hook runs anyway; ending twice does no harm.
    }
  }

  private void end() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The host is gone already, which is what ending is for.
    }
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
