package dev.trestle.maven;

import dev.trestle.protocol.ClassDataArchive;
import dev.trestle.protocol.FolderLock;
import dev.trestle.protocol.HostException;
import dev.trestle.protocol.HostRequest;
import dev.trestle.protocol.HostState;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.StartRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A host that this build started. It lives as long as its standard input is open, so that it goes
 * when Maven goes, however Maven goes; unless it is told to stay.
 */
final class HostProcess implements HostConnection {

  private static final long ANSWER_SECONDS = 60;
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final BufferedReader out;
  private final HostLog log;
  private final ClassDataArchive archive;
  private final Thread hook;
  private HostRequest request;
  private volatile @Nullable HostState state;
  private volatile boolean representative;
  private volatile @Nullable Runnable interrupted;

  private HostProcess(Process process, ClassDataArchive archive, HostLog log, HostRequest request) {
    this.process = process;
    this.archive = archive;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.log = log;
    this.request = request;
    this.hook = new Thread(this::endInterrupted, "trestle-host-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a host, which boots from now on.
   *
   * @param command starts its virtual machine
   * @param folder {@code target/trestle}
   * @param lease how long it stays when it is idle
   * @param engine the fingerprint of its class path
   */
  static HostProcess start(HostCommand command, Path folder, Duration lease, String engine) {
    requireFree(folder); // Its log would be overwritten otherwise.
    HostLog log = new HostLog(folder.resolve("logs").resolve("host.log"));
    int seconds = (int) Math.min(Integer.MAX_VALUE, lease.toSeconds());
    HostRequest request =
        new HostRequest(Protocol.VERSION, token(), folder.toString(), seconds, engine, null);
    try {
      ClassDataArchive archive = command.archive();
      return new HostProcess(command.start(log.file(), archive), archive, log, request);
    } catch (IOException e) {
      throw log.notStarted(e.toString());
    }
  }

  private static void requireFree(Path folder) {
    boolean taken;
    try {
      taken = FolderLock.isTaken(folder);
    } catch (IOException e) {
      throw new HostException(
          ("The folder '" + folder + "' cannot be used.\n" + e + "\n")
              + "It is in the project's build folder, and holds logs, results and the report.\n"
              + "Make it a folder that can be written, or delete it.",
          e);
    }
    if (taken) {
      throw new HostException(FolderLock.refusal(folder));
    }
  }

  @Override
  public void prepare(StartRequest next) {
    request = request.before(next);
  }

  @Override
  public void rememberClasses() {
    representative = true;
  }

  /** Waits until the host listens. */
  @Override
  public HostState state() {
    HostState known = state;
    if (known == null) {
      say(JsonRecords.write(request));
      known = listening();
      state = known;
    }
    return known;
  }

  private HostState listening() {
    return JsonRecords.read(answer(), HostState.class).withToken(request.token());
  }

  @Override
  public void whenInterrupted(Runnable told) {
    interrupted = told;
  }

  private void endInterrupted() {
    end();
    Runnable told = interrupted;
    if (told != null) {
      told.run();
    }
  }

  /** Makes the host outlive this build. */
  void stay() {
    say(Protocol.STAY);
    answer();
    removeHook();
  }

  private void say(String line) {
    try {
      OutputStream in = process.getOutputStream();
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      throw log.notStarted(e.toString());
    }
  }

  private String answer() {
    try {
      String said = CompletableFuture.supplyAsync(this::line).get(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (said.isEmpty()) {
        throw log.notStarted("It ended before it listened.");
      }
      return said;
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      throw log.notStarted("It did not answer within " + ANSWER_SECONDS + " s.");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw log.notStarted("The build was interrupted.");
    }
  }

  private String line() {
    try {
      String line = out.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }

  private static String token() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    end();
    removeHook();
  }

  private void removeHook() {
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
      } else if (process.exitValue() == 0 && representative) {
        archive.keep();
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    archive.discard();
  }
}
