package dev.trestle.host.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The folder of one host: what it and its services keep while they run, and the ids of all the
 * processes it started, so that a later host can clean up if this one is killed.
 */
public final class Session implements AutoCloseable {

  static final String PREFIX = "trestle-";
  static final String HOST = "host";
  static final String PROCESSES = "processes";
  static final String ENGINE = "engine";

  /** The file that names the PID namespace in which the ids of the other files are right. */
  static final String NAMESPACE = "namespace";

  private final Path folder;
  private final Path data;

  private Session(Path folder) {
    this.folder = folder;
    this.data = MemoryFolder.make(folder).orElse(folder);
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
      Path folder = Files.createTempDirectory(parent, PREFIX); // for its owner only
      Files.writeString(folder.resolve(NAMESPACE), namespace());
      append(folder.resolve(HOST), ProcessHandle.current());
      return new Session(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The PID namespace of this process, as {@code pid:[4026531836]}; empty where there are none. See
   * man 7 pid_namespaces.
   */
  static String namespace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return ""; // not Linux
    }
  }

  /** Removes what a session left in a container engine. */
  @FunctionalInterface
  public interface EngineSweep {

    /**
     * Removes it.
     *
     * @param address the engine's address
     * @param session the name of the session's folder
     * @return whether nothing is left
     */
    boolean run(String address, String session);
  }

  /**
   * Ends the processes of hosts that died, removes their containers and deletes their folders.
   *
   * @param engines removes the containers
   * @return how many sessions were cleaned up
   */
  public static int sweep(EngineSweep engines) {
    return sweep(Path.of(System.getProperty("java.io.tmpdir")), engines);
  }

  /**
   * Ends the processes of hosts that died, removes their containers and deletes their folders.
   *
   * @param parent the folder that holds the sessions' folders
   * @param engines removes the containers
   * @return how many sessions were cleaned up
   */
  public static int sweep(Path parent, EngineSweep engines) {
    return new Sweep(parent, engines).run();
  }

  /** The session's own folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Makes a folder for what goes with the session, in memory where there is room.
   *
   * @param name its name
   * @throws UncheckedIOException when it cannot be made
   */
  public Path folder(String name) {
    try {
      return Files.createDirectories(data.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a folder for what goes with the session anew, without anything in it.
   *
   * @param name its name
   * @throws UncheckedIOException when it cannot be made
   */
  public Path emptyFolder(String name) {
    try {
      Folders.delete(data.resolve(name));
      return folder(name);
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
      append(folder.resolve(PROCESSES), process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes down the container engine that is used, so that what is made there is removed even when
   * this host is killed.
   *
   * @param address the engine's address
   * @throws UncheckedIOException when it cannot be written
   */
  public synchronized void recordEngine(String address) {
    try {
      Files.writeString(folder.resolve(ENGINE), address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Variables that every process of the session is given, by which its strays are found. */
  public Map<String, String> marker() {
    return Strays.marker(folder);
  }

  /** The session's processes that still run, also those whose parents are gone. */
  public List<ProcessHandle> strays() {
    return Strays.of(folder);
  }

  /** Deletes the session's folders; its processes have ended before. */
  @Override
  public void close() {
    try {
      Folders.delete(data);
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Path file, ProcessHandle process) throws IOException {
    Files.writeString(
        file,
        RecordedProcess.of(process).line(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
