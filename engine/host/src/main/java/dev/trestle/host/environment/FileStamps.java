package dev.trestle.host.environment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether files changed, by size and time of change; a folder by all the files in it. */
public final class FileStamps {

  private static final String ABSENT = "absent";

  private FileStamps() {}

  /**
   * The stamp of a file, or of a folder with all in it.
   *
   * @throws UncheckedIOException when a file cannot be looked at
   */
  public static String of(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return found.isDirectory() ? folder(path) : stamp(found);
    } catch (IOException e) {
      if (Files.exists(path)) {
        throw new UncheckedIOException(e);
      }
      return ABSENT;
    }
  }

  /** One stamp for all entries of a class path. */
  public static String ofClassPath(List<String> entries) {
    MessageDigest digest = digest();
    for (String entry : entries) {
      digest.update((entry + " " + of(Path.of(entry)) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A short text that stands for a long one. */
  public static String hash(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The files and folders that a written class path names, {@code lib/*} being its folder. */
  static List<String> entries(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> entry.endsWith("*") ? entry.substring(0, entry.length() - 1) + "." : entry)
        .toList();
  }

  private static String folder(Path folder) throws IOException {
    MessageDigest digest = digest();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> !file.equals(folder)).sorted().forEach(file -> add(file, digest));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(Path file, MessageDigest digest) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      String stamp = found.isDirectory() ? "" : stamp(found);
      digest.update((file + " " + stamp + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String stamp(BasicFileAttributes file) {
    return file.size() + "@" + file.lastModifiedTime().toMillis();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
