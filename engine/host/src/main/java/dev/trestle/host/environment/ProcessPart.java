package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.session.ProcessTree;
import dev.trestle.protocol.ServiceDescription;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service that is a local process. */
final class ProcessPart implements Part {

  static final Duration GRACE = Duration.ofSeconds(5);

  private final ComposeService service;
  private final ProcessLaunch launch;
  private final ReadyCheck check;
  private final boolean job;
  private final Processes processes;
  private final LogFile log;
  private final String logPath;
  private final Hold hold = new Hold();
  private volatile @Nullable Process process;

  ProcessPart(
      ComposeService service,
      ProcessLaunch launch,
      ReadyCheck check,
      boolean job,
      Processes processes,
      LogFile log,
      String logPath) {
    this.service = service;
    this.launch = launch;
    this.check = check;
    this.job = job;
    this.processes = processes;
    this.log = log;
    this.logPath = logPath;
  }

  @Override
  public ComposeService service() {
    return service;
  }

  @Override
  public ServiceDescription.Kind kind() {
    return ServiceDescription.Kind.SERVICE;
  }

  @Override
  public int startMillis() {
    return 0;
  }

  @Override
  public void start() throws StartFailure {
    File directory = launch.directory().toFile();
    ProcessBuilder builder = new ProcessBuilder(launch.command()).directory(directory);
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    try {
      process = processes.start(builder, log);
    } catch (IOException e) {
      throw new StartFailure(
          "Service '%s' could not be started.%n%s%n".formatted(service.name(), e.getMessage())
              + "Folder: %s%s%n"
                  .formatted(directory, Files.isDirectory(launch.directory()) ? "" : " (missing)")
              + "Build the program, or fix services.%s.x-trestle.process in %s."
                  .formatted(service.name(), launch.position()));
    }
  }

  @Override
  public void awaitReady() throws StartFailure, InterruptedException {
    Process started = process;
    if (started == null) {
      throw new IllegalStateException("Not started.");
    }
    ReadyWait wait =
        new ReadyWait(service.name(), started, log, logPath, launch.position(), this::listening);
    if (job) {
      wait.forEnd(check.timeout());
    } else {
      wait.forCheck(check);
    }
  }

  /** The port that it has to listen on: a process that listens elsewhere never gets ready. */
  private String listening() {
    String port = launch.environment().get(ProcessLaunch.PORT);
    Process started = process;
    return port == null || started == null || !started.isAlive()
        ? ""
        : "Its environment has %s=%s: it has to listen there.".formatted(ProcessLaunch.PORT, port);
  }

  @Override
  public Map<String, String> properties() {
    return Map.of();
  }

  /** A job's end is no death. */
  @Override
  public Optional<Process> process() {
    return job ? Optional.empty() : Optional.ofNullable(process);
  }

  @Override
  public @Nullable String trouble() {
    Process started = process;
    if (started == null || job) {
      return null;
    }
    return started.isAlive()
        ? check.probe().attempt()
        : "ended with exit code " + started.exitValue();
  }

  @Override
  public void halt() throws StartFailure {
    if (job) {
      throw new StartFailure(Messages.noStop(service));
    }
    stop();
  }

  @Override
  public void pause() throws StartFailure {
    Process started = process;
    if (started == null || job) {
      Part.super.pause();
    } else {
      hold.on(started, service);
    }
  }

  @Override
  public void resume() {
    hold.off();
  }

  @Override
  public void stop() {
    hold.off(); // a held process cannot end by itself
    Process started = process;
    if (started != null) {
      ProcessTree.end(List.of(started.toHandle()), GRACE);
    }
  }
}
