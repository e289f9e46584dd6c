package dev.trestle.steps.files;

import dev.trestle.steps.core.StepFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** CSV as of RFC 4180, with a header and the separator that the header has most of. */
final class Csv {

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private Csv() {}

  /**
   * The rows below the header.
   *
   * @param wanted columns that there must be, also when there are no rows
   */
  static List<FileRow> read(String file, String text, List<String> wanted) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator(text))
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    try (CSVParser parser = CSVParser.parse(text.replaceFirst("^\uFEFF", ""), format)) {
      List<String> header = parser.getHeaderNames();
      requireColumns(file, header, wanted);
      return parser.getRecords().stream()
          .map(row -> (FileRow) column -> value(row, column))
          .toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw StepFailure.of("The file '" + file + "' is not CSV.")
          .evidence(reason(e))
          .fix("Correct the service that writes it.")
          .causedBy(e);
    }
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : SEPARATORS) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static void requireColumns(String file, List<String> header, List<String> wanted) {
    if (header.isEmpty()) {
      throw StepFailure.of("The file '" + file + "' is empty: it does not even have a header.")
          .evidence("The first line of a CSV file names its columns.")
          .fix("Correct the service that writes it, or wait until it is written.");
    }
    for (String column : wanted) {
      if (!header.contains(column)) {
        throw StepFailure.of("The file '" + file + "' has no column '" + column + "'.")
            .evidence("Its columns: " + String.join(", ", header) + ".")
            .fix("Correct the table's header in the step, or the service that writes the file.");
      }
    }
  }

  /** What the parser says, without the names of its classes. */
  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.replaceAll("(?:[a-z]+\\.)+[A-Z]\\w*: ", "").replace("(startline", "(line");
  }

  /** The text of a column; null in a row that ends before it. */
  private static @Nullable Object value(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : null;
  }
}
