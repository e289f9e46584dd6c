package dev.trestle.host.server;

import dev.trestle.protocol.HostState;
import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.JsonRecords;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The file that tells other tools of the same user where a host listens, readable by its owner
 * alone.
 */
final class StateFile {

  private static final Logger LOG = System.getLogger(StateFile.class.getName());
  private static final long CHECK_SECONDS = 2;

  private final Path file;
  private final long pid = ProcessHandle.current().pid();

  StateFile(Path file) {
    this.file = file;
  }

  /** Writes the file, whole or not at all; a temporary file is made for its owner only. */
  void write(HostState state) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), ".host-", ".part");
    Files.writeString(part, JsonRecords.write(state));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes the file unless it tells of another host that stays and lives. */
  void writeUnlessTaken(HostState state) throws IOException {
    Optional<HostState> other = read().filter(known -> known.pid() != pid && known.stays());
    if (other.isEmpty() || ProcessHandle.of(other.get().pid()).isEmpty()) {
      write(state);
    }
  }

  /**
   * Calls once, from a daemon thread, when the file is gone or tells of another host: nobody finds
   * this one any more.
   */
  void watch(Runnable lost) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "state-file");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(
        () -> {
          if (isLost()) {
            timer.shutdown();
            LOG.log(Logger.Level.INFO, "The state file is gone, and so this host ends: " + file);
            lost.run();
          }
        },
        CHECK_SECONDS,
        CHECK_SECONDS,
        TimeUnit.SECONDS);
  }

  /** Deletes the file if it is this host's. */
  void delete() {
    try {
      if (isOwn()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "The state file stays: " + file, e);
    }
  }

  private boolean isLost() {
    return !Files.exists(file) || read().filter(state -> state.pid() != pid).isPresent();
  }

  private boolean isOwn() {
    return read().filter(state -> state.pid() == pid).isPresent();
  }

  private Optional<HostState> read() {
    try {
      return Optional.of(JsonRecords.read(Files.readString(file), HostState.class));
    } catch (IOException | JsonException e) {
      return Optional.empty();
    }
  }
}
