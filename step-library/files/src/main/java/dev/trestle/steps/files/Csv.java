package dev.trestle.steps.files;

import dev.trestle.steps.core.StepFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV as of RFC 4180, with a header and the separator that the header has most of. */
final class Csv {

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private Csv() {}

  /** The rows below the header. */
  static List<FileRow> read(String file, String text) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator(text))
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text.replaceFirst("^\uFEFF", ""), format)) {
      List<String> header = parser.getHeaderNames();
      return parser.getRecords().stream()
          .map(row -> (FileRow) column -> value(file, header, row, column))
          .toList();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw StepFailure.of("The file '" + file + "' is no CSV.")
          .evidence(String.valueOf(e.getMessage()))
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

  private static Object value(String file, List<String> header, CSVRecord row, String column) {
    if (!header.contains(column)) {
      throw StepFailure.of("The file '" + file + "' has no column '" + column + "'.")
          .evidence("Its columns: " + String.join(", ", header) + ".")
          .fix("Correct the table's header in the step, or the service that writes the file.");
    }
    return row.isSet(column) ? row.get(column) : "";
  }
}
