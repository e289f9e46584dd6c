package dev.trestle.host.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written for a while beside its place and put there when it is whole. */
final class PartFile implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final Path part;
  private final OutputStream out;

  private PartFile(Path file, Path part) throws IOException {
    this.file = file;
    this.part = part;
    this.out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
  }

  /** Begins a file, and the folders above it when they are missing. */
  static PartFile begin(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    sweep(file);
    return new PartFile(file, NewFile.beside(file, prefix(file)));
  }

  /** What a killed process left is of no use. */
  private static void sweep(Path file) throws IOException {
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(file.getParent(), prefix(file) + "*.part")) {
      for (Path part : left) {
        Files.deleteIfExists(part);
      }
    }
  }

  private static String prefix(Path file) {
    return "." + file.getFileName() + "-";
  }

  /** Where its content goes. */
  OutputStream out() {
    return out;
  }

  /** Puts it in its place. */
  void publish() throws IOException {
    out.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Leaves nothing behind of a file that was not published. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
