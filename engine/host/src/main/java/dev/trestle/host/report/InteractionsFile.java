package dev.trestle.host.report;

import dev.trestle.host.edge.InteractionReport;
import dev.trestle.protocol.JsonRecords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The file that says which edges were exercised, and how, for tools. */
public final class InteractionsFile {

  /** Its name, beside the other results. */
  public static final String NAME = "interactions.json";

  private InteractionsFile() {}

  /** Writes it as JSON. */
  public static void write(InteractionReport report, Path file) {
    AtomicFile.write(file, JsonRecords.write(report).getBytes(StandardCharsets.UTF_8));
  }
}
