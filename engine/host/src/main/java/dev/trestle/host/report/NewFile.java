package dev.trestle.host.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Makes a file that has no content yet, beside the one that it is to become, and readable for whom
 * the umask says: a temporary file of Java is for its owner alone, but others read a report.
 */
final class NewFile {

  private static final int TRIES = 10;

  private NewFile() {}

  static Path beside(Path file) throws IOException {
    return beside(file, ".");
  }

  static Path beside(Path file, String prefix) throws IOException {
    for (int i = 0; ; i++) {
      try {
        return Files.createFile(file.resolveSibling(prefix + UUID.randomUUID() + ".part"));
      } catch (FileAlreadyExistsException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }
}
