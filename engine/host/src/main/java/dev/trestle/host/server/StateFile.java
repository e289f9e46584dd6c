package dev.trestle.host.server;

import dev.trestle.protocol.HostState;
import dev.trestle.protocol.JsonRecords;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file that tells other tools of the same user where a host listens, readable by its owner
 * alone.
 */
final class StateFile {

  private static final Logger LOG = System.getLogger(StateFile.class.getName());

  private StateFile() {}

  /** Writes the file, whole or not at all; a temporary file is made for its owner only. */
  static void write(Path file, HostState state) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), ".host-", ".part");
    Files.writeString(part, JsonRecords.write(state));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes the file. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "The state file stays: " + file, e);
    }
  }
}
