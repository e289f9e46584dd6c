package dev.trestle.steps.files;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ProjectFile;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.Part;
import dev.trestle.steps.core.compare.RowComparison;
import dev.trestle.steps.core.compare.SideBySide;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A CSV or JSON file of the project. */
final class TableFile {

  private static final String FIX =
      "Correct the service that writes the file, or what the step expects.";
  private static final int LONGEST = 2_000;

  private final ScenarioScope scope;
  private final String file;

  TableFile(String file, ScenarioScope scope) {
    this.scope = scope;
    this.file = scope.resolve(file);
  }

  private String text() {
    return ProjectFile.of(file, scope).text();
  }

  private JsonFile json() {
    return JsonFile.read(file, text());
  }

  private List<FileRow> rows(List<String> columns) {
    if (!file.toLowerCase(Locale.ROOT).endsWith(".json")) {
      return Csv.read(file, text(), columns);
    }
    JsonFile json = json();
    json.requireColumns(columns);
    return json.rows();
  }

  /**
   * Repeats a check, so that a row that is written later is noticed. A file that is gone by then is
   * right: somebody has taken it.
   */
  private void keep(Object what, ScenarioScope.Action check) {
    scope.keep(
        "keep the rows of '" + file + "'",
        List.of(TableFile.class, file, what),
        () -> {
          if (Files.exists(ProjectFile.path(scope, file))) {
            check.run();
          }
        });
  }

  /** Checks how many rows the file has, now and until the scenario acts again or ends. */
  void requireCount(int wanted) {
    int found = rows(List.of()).size();
    if (found != wanted) {
      throw StepFailure.of("The file '" + file + "' has " + found + " rows, not " + wanted + ".")
          .evidence(beginning())
          .fix(FIX);
    }
    keep(wanted, () -> requireNoMore(wanted));
  }

  private void requireNoMore(int most) {
    int found = rows(List.of()).size();
    if (found > most) {
      throw StepFailure.of(
              "The file '%s' has %d rows by now, not %d as when the step passed."
                  .formatted(file, found, most))
          .evidence(beginning())
          .fix(FIX);
    }
  }

  /** Checks rows in any order, or exactly these in this order and that no more are written. */
  void requireRows(List<? extends List<@Nullable String>> table, boolean exactly) {
    List<String> header = header(table);
    if (!exactly && table.size() < 2) {
      throw StepFailure.of("The step's table has no rows below its header, so it asks for nothing.")
          .evidence("A file has these columns and any rows.")
          .fix("Write the rows, or 'has exactly the rows:' when there must be none.");
    }
    List<List<Expected>> wanted = new ArrayList<>();
    for (List<@Nullable String> row : table.subList(1, table.size())) {
      wanted.add(row.stream().map(this::expected).toList());
    }
    List<List<@Nullable Object>> actual = values(header);
    RowComparison comparison =
        exactly
            ? RowComparison.inOrder(wanted, actual)
            : RowComparison.inAnyOrder(wanted, present(wanted, actual));
    if (!comparison.same()) {
      throw StepFailure.of("The file '" + file + "' does not have the expected rows.")
          .evidence(comparison.sideBySide(header, scope))
          .fix(FIX);
    }
    if (exactly) {
      keep(table, () -> requireNoOther(header, wanted));
    }
  }

  private void requireNoOther(List<String> header, List<List<Expected>> wanted) {
    List<List<@Nullable Object>> actual = values(header);
    List<List<Expected>> left = new ArrayList<>(wanted);
    for (List<@Nullable Object> row : actual) {
      Optional<List<Expected>> expected =
          left.stream().filter(each -> isSame(each, row)).findFirst();
      if (expected.isEmpty()) {
        throw StepFailure.of(
                "The file '" + file + "' has another row by now than when the step passed.")
            .evidence(RowComparison.inOrder(wanted, actual).sideBySide(header, scope))
            .fix(FIX);
      }
      left.remove(expected.get());
    }
  }

  private List<List<@Nullable Object>> values(List<String> header) {
    List<List<@Nullable Object>> actual = new ArrayList<>();
    for (FileRow row : rows(header)) {
      List<@Nullable Object> values = new ArrayList<>();
      header.forEach(column -> values.add(row.value(column)));
      actual.add(values);
    }
    return actual;
  }

  private static boolean isSame(List<Expected> wanted, List<@Nullable Object> row) {
    return RowComparison.inOrder(List.of(wanted), List.of(row)).same();
  }

  private Expected expected(@Nullable String cell) {
    return Expected.of(scope.resolve(Objects.requireNonNullElse(cell, "")));
  }

  private static List<String> header(List<? extends List<@Nullable String>> table) {
    if (table.isEmpty() || table.get(0).stream().anyMatch(cell -> cell == null || cell.isBlank())) {
      throw StepFailure.of("The step's table has no header.")
          .evidence("The first row names the columns of the file.")
          .fix("Write it above the rows.");
    }
    return table.get(0).stream().map(String::valueOf).toList();
  }

  /** The rows that match an expected one; all rows when one is missing, to be shown. */
  private static List<List<@Nullable Object>> present(
      List<List<Expected>> wanted, List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> left = new ArrayList<>(rows);
    List<List<@Nullable Object>> found = new ArrayList<>();
    for (List<Expected> row : wanted) {
      left.stream()
          .filter(values -> isSame(row, values))
          .findFirst()
          .ifPresent(
              values -> {
                left.remove(values);
                found.add(values);
              });
    }
    return found.size() == wanted.size() ? found : rows;
  }

  void requireValues(List<Pair> rows) {
    JsonFile json = json();
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    boolean same = true;
    for (Pair row : rows) {
      String value = scope.resolve(row.value());
      JsonDocument.Found found = json.at(scope.resolve(row.name()));
      if (JsonCheck.matches(found, value)) {
        expected.add(row.name() + "  " + Secrets.compared(row.name(), value));
        actual.add(expected.get(expected.size() - 1));
      } else {
        same = false;
        Differing differing = JsonCheck.differing(row.name(), found, value);
        expected.add(row.name() + "  " + differing.wanted());
        actual.add(row.name() + "  " + differing.distinctActual());
      }
    }
    if (!same) {
      throw StepFailure.of("The file '" + file + "' does not have the expected values.")
          .evidence(SideBySide.of(expected, actual))
          .fix(FIX);
    }
  }

  void requireText(String written) {
    String wanted = Part.of(scope.resolve(written), written);
    if (!text().contains(wanted)) {
      throw StepFailure.of(
              "The file '" + file + "' does not contain '" + Differing.shown(wanted) + "'.")
          .evidence(beginning())
          .fix(FIX);
    }
  }

  /** Checks that there is no such file, now and until the scenario acts again or ends. */
  void requireAbsent() {
    requireAbsentNow();
    keep("absent", this::requireAbsentNow);
  }

  private void requireAbsentNow() {
    if (Files.exists(ProjectFile.path(scope, file))) {
      throw StepFailure.of("The file '" + file + "' is there, and must not be.")
          .evidence(beginning())
          .fix(FIX);
    }
  }

  private String beginning() {
    String text = text();
    return "It begins:\n"
        + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text).stripTrailing();
  }
}
