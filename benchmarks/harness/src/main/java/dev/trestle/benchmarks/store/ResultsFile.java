package dev.trestle.benchmarks.store;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The results on disk; each change is there at once and whole. */
public final class ResultsFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter());

  private final Path file;
  private Results results;

  /**
   * Reads what is there.
   *
   * @param file the file, which need not exist
   */
  public ResultsFile(Path file) throws IOException {
    this.file = file;
    this.results =
        Files.exists(file) ? JSON.readValue(file.toFile(), Results.class) : Results.none();
  }

  /** What is measured so far. */
  public Results results() {
    return results;
  }

  /** Makes sure that what comes is of the same machine as what is there. */
  public void measuredOn(Machine here) throws IOException {
    Machine there = results.machine();
    if (there != null && !there.equals(here)) {
      throw new IllegalStateException(
          "The stored results are of another machine.\n"
              + "They are of "
              + there
              + ",\nand this is "
              + here
              + ".\nThey are in "
              + file
              + ".\nPass --results FOLDER to measure into another folder, or --fresh to begin anew.");
    }
    keep(results.on(here));
  }

  /** Keeps new results. */
  public void keep(Results changed) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path work = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(work, WRITER.writeValueAsString(changed) + "\n");
    Files.move(work, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    results = changed;
  }
}
