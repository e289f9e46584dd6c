package dev.trestle.host.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of one host: what it and its services keep while they run, and the ids of all the
 * processes it started, so that a later host can clean up if this one is killed.
 */
public final class Session implements AutoCloseable {

  static final String PREFIX = "trestle-";
  static final String HOST = "host";
  static final String PROCESSES = "processes";

  private final Path folder;

  private Session(Path folder) {
    this.folder = folder;
  }

  /**
   * A new session in the machine's folder for temporary files.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static Session open() {
    return open(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * A new session.
   *
   * @param parent the folder in which its own is made
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static Session open(Path parent) {
    try {
      Session session =
          new Session(Files.createTempDirectory(parent, PREFIX)); // for its owner only
      session.append(HOST, ProcessHandle.current());
      return session;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the processes of hosts that died and deletes their folders.
   *
   * @return how many sessions were cleaned up
   */
  public static int sweep() {
    return sweep(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * Ends the processes of hosts that died and deletes their folders.
   *
   * @param parent the folder that holds the sessions' folders
   * @return how many sessions were cleaned up
   */
  public static int sweep(Path parent) {
    return new Sweep(parent).run();
  }

  /** The session's own folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Makes a folder in the session's own.
   *
   * @param name its name
   * @throws UncheckedIOException when it cannot be made
   */
  public Path folder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes down a process, so that it is ended even when this host is killed.
   *
   * @param process a process that was just started
   * @throws UncheckedIOException when it cannot be written
   */
  public synchronized void record(ProcessHandle process) {
    try {
      append(PROCESSES, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the session's folder; its processes have ended before. */
  @Override
  public void close() {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String file, ProcessHandle process) throws IOException {
    Files.writeString(
        folder.resolve(file),
        RecordedProcess.of(process).line(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
