package dev.trestle.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A class-data archive of a virtual machine that is started again and again, JEP 350: the first
 * process writes it at its end, later ones map it instead of loading and verifying classes. Made
 * anew when Java or any file of the class path changes; the virtual machine itself ignores an
 * archive that does not fit.
 */
public final class ClassDataArchive {

  /** Whoever sets one of these, or observes classes, wants no archive of ours. */
  private static final List<String> OWN_CHOICES =
      List.of(
          "-XX:SharedArchiveFile", "-XX:ArchiveClassesAtExit", "-Xshare", "-XX:AOT", "-javaagent");

  private static final int MOST_ARCHIVES = 12;

  private final Path file;
  private final Path part;
  private final boolean usable;
  private final boolean there;

  private ClassDataArchive(Path file, boolean usable) {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    this.usable = usable;
    this.there = usable && Files.exists(file);
  }

  /**
   * The archive for one kind of process.
   *
   * @param java the Java executable
   * @param classPath the class path; with a folder that holds files there is no archive, since
   *     virtual machines refuse to make one
   * @param arguments arguments for the virtual machine, which may forbid an archive
   * @param folder where archives are kept, see {@link #folder}
   */
  public static ClassDataArchive of(
      Path java, List<Path> classPath, List<String> arguments, Path folder) {
    boolean wanted =
        arguments.stream().noneMatch(a -> OWN_CHOICES.stream().anyMatch(a::startsWith));
    try {
      boolean usable = wanted && classPath.stream().noneMatch(Files::isDirectory);
      String name = usable ? key(java.toRealPath(), classPath) : "none";
      return new ClassDataArchive(folder.resolve(name + ".jsa"), usable);
    } catch (IOException e) {
      return new ClassDataArchive(folder.resolve("none.jsa"), false);
    }
  }

  /**
   * The folder of archives in the user's cache.
   *
   * @param environment variables, of which {@code XDG_CACHE_HOME} counts
   * @param home the user's home
   */
  public static Path folder(Map<String, String> environment, Path home) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path root = cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
    return root.resolve("trestle").resolve("class-data");
  }

  /** This user's folder of archives. */
  public static Path folder() {
    return folder(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * This archive where it pays to write it: not on a CI machine that is thrown away after the build
   * and brings no folder of archives along.
   *
   * @param environment variables, of which {@code CI} counts
   */
  public ClassDataArchive unlessThrownAway(Map<String, String> environment) {
    boolean thrownAway =
        !environment.getOrDefault("CI", "").isBlank() && !Files.isDirectory(file.getParent());
    return new ClassDataArchive(file, usable && !thrownAway);
  }

  /** This archive when it exists, else none. */
  public ClassDataArchive asItIs() {
    return new ClassDataArchive(file, there);
  }

  /** Arguments for the virtual machine: to use the archive, or to write it at the end. */
  public List<String> arguments() {
    if (!usable) {
      return List.of();
    }
    if (there) {
      touch();
    }
    // What the virtual machine has to say of archives must not reach standard output.
    Stream<String> quiet = Stream.of("-Xlog:disable", "-Xlog:all=error:stderr", "-Xshare:auto");
    return Stream.concat(
            quiet,
            Stream.of(
                there ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + prepared()))
        .toList();
  }

  private Path prepared() {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      return part; // The virtual machine will not be able to write it, and goes on without.
    }
    return part;
  }

  /** Keeps what the process wrote, once it has ended by itself. */
  public void keep() {
    try {
      if (Files.exists(part)) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        prune();
      }
    } catch (IOException e) {
      discard(); // The next process writes it again.
    }
  }

  private void touch() {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // It only serves to keep what is used longer than what is not.
    }
  }

  /** Keeps the files that were used last, since each takes some 30 MB. */
  private void prune() throws IOException {
    List<Path> archives;
    try (Stream<Path> files = Files.list(file.getParent())) {
      archives = files.sorted(Comparator.comparing(ClassDataArchive::used).reversed()).toList();
    }
    for (Path old : archives.subList(Math.min(MOST_ARCHIVES, archives.size()), archives.size())) {
      Files.deleteIfExists(old);
    }
  }

  private static FileTime used(Path archive) {
    try {
      return Files.getLastModifiedTime(archive);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** Removes what a process wrote that did not end by itself. */
  public void discard() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // A leftover in a cache does no harm.
    }
  }

  private static String key(Path java, List<Path> classPath) throws IOException {
    StringBuilder identity = new StringBuilder();
    Path release = java.resolveSibling("..").resolve("release").normalize();
    identity.append(java).append('\n').append(Files.exists(release) ? stamp(release) : stamp(java));
    for (Path entry : classPath) {
      identity.append('\n').append(entry).append(' ').append(stamp(entry));
    }
    return hash(identity.toString());
  }

  private static String stamp(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "absent";
    }
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return attributes.size() + " " + attributes.lastModifiedTime().toMillis();
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
