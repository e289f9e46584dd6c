package dev.trestle.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * Files as they were at one time, by size and time of change.
 *
 * @param lines a line for each file: size, time in milliseconds, path
 */
record FileList(List<String> lines) {

  /** Looks at files; a folder counts by its name only. */
  static FileList of(Collection<Path> files) {
    return new FileList(files.stream().map(FileList::line).toList());
  }

  /** Whether each file is what it was. */
  boolean isUnchanged() {
    return lines.stream().allMatch(line -> line.equals(line(path(line))));
  }

  /** The files. */
  List<String> paths() {
    return lines.stream().map(line -> path(line).toString()).toList();
  }

  /** A text that is another one when a file changes. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static Path path(String line) {
    return Path.of(line.split(" ", 3)[2]);
  }

  private static String line(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isDirectory()
          ? "0 0 " + file
          : found.size() + " " + found.lastModifiedTime().toMillis() + " " + file;
    } catch (IOException e) {
      if (Files.exists(file)) {
        throw new UncheckedIOException(e);
      }
      return "- - " + file;
    }
  }
}
