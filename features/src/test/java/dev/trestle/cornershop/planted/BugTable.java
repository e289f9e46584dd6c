package dev.trestle.cornershop.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The table of bugs in the README, which is what is run. */
final class BugTable {

  private static final int COLUMNS = 6;

  private BugTable() {}

  /** The bugs that a Markdown file lists; a row of the table begins with a name in backticks. */
  static List<PlantedBug> read(Path markdown) throws IOException {
    return Files.readAllLines(markdown).stream()
        .filter(line -> line.startsWith("| `"))
        .map(BugTable::row)
        .toList();
  }

  private static PlantedBug row(String line) {
    List<String> cells = cells(line);
    if (cells.size() != COLUMNS) {
      throw new IllegalArgumentException(
          "A row of the table of bugs has "
              + cells.size()
              + " cells, not "
              + COLUMNS
              + ":\n"
              + line
              + "\nCorrect the row in README.md.");
    }
    return new PlantedBug(
        plain(cells.get(0)),
        cells.get(1),
        cells.get(2),
        Arrays.stream(cells.get(3).split(",", -1)).map(BugTable::plain).toList(),
        plain(cells.get(4)),
        plain(cells.get(5)));
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static String plain(String cell) {
    return cell.strip().replaceAll("^`|`$", "");
  }
}
