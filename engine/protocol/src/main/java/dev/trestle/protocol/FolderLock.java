package dev.trestle.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to start, run or write results in a project's folder, which one process has at a time.
 * The operating system takes it back from a process that dies, however it dies.
 *
 * <p>Two files are locked: one in the folder, which is the same file for whoever reaches the folder
 * by another path, user or container; and one in the user's cache, which is still there when {@code
 * mvn clean} has deleted the first.
 */
public final class FolderLock implements AutoCloseable {

  private static final String NAME = "busy.lock";
  private static final String ENDING = "ending";
  private static final int MOST_TRIES = 20;
  private static final int MOST_BYTES = 100;
  private static final long PAUSE_MILLIS = 50;

  /** How long a process may take that writes the last of its results. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** How long one may have it that only looks whether another has it. */
  private static final Duration A_LOOK = Duration.ofMillis(500);

  /** Behind what the file says, since on Windows nobody else can read what is locked. */
  private static final long LOCKED_BYTE = 1L << 30;

  private final List<Held> held;

  private record Held(Path file, FileChannel channel) {}

  private FolderLock(List<Held> held) {
    this.held = held;
  }

  /**
   * Takes the lock, for which it waits a moment, and longer while the process that has it is about
   * to end.
   *
   * @param folder {@code target/trestle}, made if it is not there
   * @return empty when another process has it
   * @throws IOException when neither file can be locked
   */
  public static Optional<FolderLock> take(Path folder) throws IOException {
    return take(folder, cache());
  }

  static Optional<FolderLock> take(Path folder, Path cache) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = files(folder, cache);
    long begun = System.nanoTime();
    Optional<FolderLock> taken = takeNow(files);
    while (taken.isEmpty() && isWorthWaiting(files, System.nanoTime() - begun)) {
      if (!pause()) {
        return Optional.empty();
      }
      taken = takeNow(files);
    }
    return taken;
  }

  private static boolean isWorthWaiting(List<Path> files, long waitedNanos) {
    return waitedNanos < A_LOOK.toNanos() || isEnding(files) && waitedNanos < PATIENCE.toNanos();
  }

  private static List<Path> files(Path folder, Path cache) throws IOException {
    Path real = folder.toRealPath();
    String name = ScenarioIdentity.hash(real.toString()) + ".lock";
    return List.of(real.resolve(NAME), cache.resolve(name));
  }

  private static Path cache() {
    return ClassDataArchive.folder().resolveSibling("locks");
  }

  private static Optional<FolderLock> takeNow(List<Path> files) throws IOException {
    List<Held> held = new ArrayList<>();
    @Nullable IOException odd = null;
    for (Path file : files) {
      try {
        Optional<FileChannel> locked = lock(file);
        if (locked.isEmpty()) {
          release(held);
          return Optional.empty();
        }
        held.add(new Held(file, locked.get()));
      } catch (IOException e) {
        odd = e; // a place that cannot be written, or a file system without locks; the other counts
      }
    }
    if (held.isEmpty()) {
      throw odd == null ? new IOException("No file was locked.") : odd;
    }
    FolderLock lock = new FolderLock(held);
    lock.say("");
    return Optional.of(lock);
  }

  /** The locked file, empty when another has it. */
  private static Optional<FileChannel> lock(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean kept = false;
      try {
        Object opened = key(file);
        if (!isLocked(channel)) {
          return Optional.empty();
        }
        // Who had it may have deleted the file between the two; then this locks nothing.
        kept = opened != null && Objects.equals(opened, key(file));
        if (kept) {
          return Optional.of(channel);
        }
      } finally {
        if (!kept) {
          channel.close();
        }
      }
    }
    throw new IOException("The file " + file + " is deleted again and again.");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another build in this virtual machine
    }
  }

  /** What tells a file from another one of the same name; a system without such a thing has one. */
  private static @Nullable Object key(Path file) {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? file : key;
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Whether a process has the lock, as {@link #take} would find it. Not for the process that has
   * it.
   *
   * @param folder {@code target/trestle}, made if it is not there
   * @throws IOException when neither file can be locked
   */
  public static boolean isTaken(Path folder) throws IOException {
    Optional<FolderLock> taken = take(folder);
    taken.ifPresent(FolderLock::close);
    return taken.isEmpty();
  }

  private static String named(List<Path> files) {
    for (Path file : files) {
      String first = said(file).lines().findFirst().orElse("");
      if (!first.isBlank()) {
        return "process " + first;
      }
    }
    return "another process";
  }

  private static boolean isEnding(List<Path> files) {
    return files.stream().anyMatch(file -> said(file).contains(ENDING));
  }

  private static String said(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.substring(0, Math.min(text.length(), MOST_BYTES));
    } catch (IOException e) {
      return "";
    }
  }

  /** From now on who wants the lock waits: this process ends, and only writes what it has. */
  public void ending() {
    say(ENDING);
  }

  private void say(String state) {
    byte[] text = (ProcessHandle.current().pid() + "\n" + state).getBytes(StandardCharsets.UTF_8);
    for (Held each : held) {
      try {
        each.channel().truncate(0);
        each.channel().write(ByteBuffer.wrap(text), 0);
      } catch (IOException e) {
        // The disk is full: the lock holds all the same, and its message is poorer.
      }
    }
  }

  private static boolean pause() {
    try {
      Object nobody = new Object();
      synchronized (nobody) {
        nobody.wait(PAUSE_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * What a person reads who wanted the lock. Not for the process that has it: reading a locked file
   * gives the lock back on POSIX systems.
   *
   * @param folder {@code target/trestle}
   */
  public static String refusal(Path folder) {
    try {
      return refusal(folder, named(files(folder, cache())));
    } catch (IOException e) {
      return refusal(folder, "another process");
    }
  }

  /**
   * What a person reads who wanted the lock.
   *
   * @param folder {@code target/trestle}
   * @param holder who has it, such as {@code process 4711}
   */
  public static String refusal(Path folder, String holder) {
    return "The environment is busy: another start or run is in progress in this project.\n"
        + ("The folder '" + folder + "' belongs to " + holder + " until that ends.\n")
        + "See mvn trestle:status, and the log logs/host.log in that folder.\n"
        + "Wait for its end, and run again.";
  }

  @Override
  public void close() {
    release(held);
  }

  private static void release(List<Held> held) {
    for (Held each : held) {
      try (FileChannel channel = each.channel()) {
        Files.deleteIfExists(each.file()); // While it is locked; a later one is another file.
      } catch (IOException e) {
        // The lock goes with the channel; a file that stays does no harm.
      }
    }
  }
}
