package dev.trestle.host.server;

import dev.trestle.protocol.FolderLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The right to start or run something, which one caller has at a time: of all callers of this host,
 * and of all hosts of the project's folder.
 */
final class Turn {

  private final Semaphore free = new Semaphore(1);
  private final Path folder;
  private volatile @Nullable FolderLock lock;

  /**
   * Nobody has it.
   *
   * @param folder {@code target/trestle}
   */
  Turn(Path folder) {
    this.folder = folder;
  }

  /** Takes the turn; what the caller is answered when another has it, and null when it is taken. */
  @Nullable Reply take() {
    if (!free.tryAcquire()) {
      String self = "process " + ProcessHandle.current().pid();
      return Reply.refused(409, FolderLock.refusal(folder, self));
    }
    boolean taken = false;
    try {
      Optional<FolderLock> got = FolderLock.take(folder);
      taken = got.isPresent();
      lock = got.orElse(null);
      return taken ? null : Reply.refused(409, FolderLock.refusal(folder));
    } catch (IOException e) {
      return Reply.refused(500, unusable(e));
    } finally {
      if (!taken) {
        free.release();
      }
    }
  }

  private String unusable(IOException e) {
    return ("The folder '" + folder + "' cannot be used.\n" + e + "\n")
        + "It is in the project's build folder, and holds logs, results and the report.\n"
        + "Make it a folder that can be written, or delete it.";
  }

  /** Gives the turn back. */
  void give() {
    FolderLock held = lock;
    lock = null;
    if (held != null) {
      held.close();
    }
    free.release();
  }

  /** This host ends: another one waits for its end instead of being refused. */
  void ending() {
    FolderLock held = lock;
    if (held != null) {
      held.ending();
    }
  }
}
