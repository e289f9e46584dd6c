package dev.trestle.host.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all. */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes what a file has. */
  @FunctionalInterface
  interface Content {

    /** Writes all of it. */
    void write(OutputStream out) throws IOException;
  }

  /** Writes the file and the folders above it. */
  public static void write(Path file, byte[] content) {
    write(file, out -> out.write(content));
  }

  /** Writes the file and the folders above it. */
  static void write(Path file, Content content) {
    try {
      Files.createDirectories(file.getParent());
      Path part = NewFile.beside(file);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 64 * 1024)) {
        content.write(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The file '" + file + "' could not be written.\n" + e + "\nFree the file or the disk.",
          e);
    }
  }
}
