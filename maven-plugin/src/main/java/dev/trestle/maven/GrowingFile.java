package dev.trestle.maven;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file that grows, or begins anew, while it is read. */
final class GrowingFile {

  private final Path path;
  private long position;

  GrowingFile(Path path) {
    this.path = path;
  }

  /** The whole lines that came since the last time. */
  List<String> newLines() throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (file.length() < position) {
        position = 0; // the service was started anew, and its log with it
      }
      byte[] bytes = new byte[(int) Math.min(file.length() - position, Integer.MAX_VALUE - 16)];
      file.seek(position);
      file.readFully(bytes);
      int end = end(bytes);
      position += end;
      return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** After the last line's end. */
  private static int end(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
