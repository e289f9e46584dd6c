package dev.trestle.host.mutate;

import dev.trestle.host.report.AtomicFile;
import dev.trestle.protocol.JsonException;
import dev.trestle.protocol.JsonRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file with the recording and what was tried, from which a later run goes on. */
final class StateFile {

  private static final int VERSION = 1;

  private final Path file;

  /**
   * What it has.
   *
   * @param version the version of its form
   * @param recording the recording
   * @param tries what was tried, by the mutants' ids
   */
  record State(int version, Recording recording, Map<String, List<Try>> tries) {}

  StateFile(Path file) {
    this.file = file;
  }

  /** What was written last, if it can be read. */
  Optional<State> read() {
    try {
      State state = JsonRecords.read(Files.readString(file), State.class);
      return state.version() == VERSION ? Optional.of(state) : Optional.empty();
    } catch (IOException | JsonException e) {
      return Optional.empty(); // there is none, or another version wrote it
    }
  }

  /** Writes it whole or not at all. */
  void write(Recording recording, Ledger ledger) {
    String json = JsonRecords.write(new State(VERSION, recording, ledger.all()));
    AtomicFile.write(file, json.getBytes(StandardCharsets.UTF_8));
  }
}
