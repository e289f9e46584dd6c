package dev.trestle.maven;

import dev.trestle.protocol.HostException;
import dev.trestle.protocol.HostState;
import dev.trestle.protocol.HostStatus;
import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The host of a project that was started to stay, as its state file tells.
 *
 * @param state what the file says
 * @param process its process
 */
record LiveHost(HostState state, ProcessHandle process) {

  /** The JDK derives start times from the boot time, which the clock's corrections move. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final long END_SECONDS = 60;

  /**
   * Finds it.
   *
   * @param folder {@code target/trestle}
   */
  static Optional<LiveHost> find(Path folder) {
    try {
      Path file = folder.resolve("host.json");
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      HostState state = JsonRecords.read(Files.readString(file), HostState.class);
      return ProcessHandle.of(state.pid())
          .filter(process -> state.stays() && process.isAlive())
          .filter(process -> isSame(process, state) || isOurs(state))
          .map(process -> new LiveHost(state, process));
    } catch (IOException | JsonException e) {
      return Optional.empty(); // it ended just now, or another version wrote the file
    }
  }

  /** Whether there is a state file that says nothing, such as one of another version. */
  static boolean isUnreadable(Path folder) {
    try {
      JsonRecords.read(Files.readString(folder.resolve("host.json")), HostState.class);
      return false;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException | JsonException e) {
      return true;
    }
  }

  /**
   * Whether the process takes the token, though its start time is another: that is computed from
   * the machine's clock, which may have been set in the meantime.
   */
  private static boolean isOurs(HostState state) {
    return answers(state);
  }

  /** Whether this plugin can talk to it, and it runs the engine that this plugin would start. */
  boolean fits(String engine) {
    return state.protocol() == Protocol.VERSION && state.engine().equals(engine);
  }

  /** Whether it answers with its environment. */
  boolean answers() {
    return answers(state);
  }

  private static boolean answers(HostState state) {
    try {
      new AttachedHost(state).control().environment();
      return true;
    } catch (HostException e) {
      // A host whose last start failed answers that nothing is up.
      return e.getCause() == null && !String.valueOf(e.getMessage()).contains("The token is");
    }
  }

  /** How it fares, if it answers. */
  Optional<HostStatus> status() {
    try {
      return Optional.of(new AttachedHost(state).control().status());
    } catch (HostException e) {
      return Optional.empty();
    }
  }

  /** Has it take everything down; false when it had to be killed. */
  boolean end() {
    try {
      new AttachedHost(state).control().end();
    } catch (HostException e) {
      process.destroy();
    }
    try {
      process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isSame(ProcessHandle process, HostState state) {
    Instant wanted = Instant.parse(state.startedAt());
    return process.isAlive()
        && process
            .info()
            .startInstant()
            .filter(at -> Duration.between(at, wanted).abs().compareTo(TOLERANCE) <= 0)
            .isPresent();
  }
}
