package dev.trestle.steps.json;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonDocument.Found;
import dev.trestle.steps.core.json.JsonSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A table of path, expectation and value. */
final class ExpectationTable {

  private final List<Row> rows;
  private final ScenarioScope scope;

  ExpectationTable(List<List<@Nullable String>> table, ScenarioScope scope) {
    this.rows = table.stream().map(cells -> row(cells, scope)).toList();
    this.scope = scope;
  }

  /**
   * A row.
   *
   * @param written path and words as the table has them
   * @param wanted the last cell
   */
  private record Row(
      String path, String written, BiPredicate<Found, String> expectation, String wanted) {

    String line() {
      return (written + " " + wanted).stripTrailing();
    }
  }

  private static Row row(List<@Nullable String> cells, ScenarioScope scope) {
    String path = cell(cells, 0);
    String words = cell(cells, 1);
    BiPredicate<Found, String> expectation =
        Expectation.of(words)
            .filter(known -> cells.size() <= 3)
            .orElseThrow(() -> unknown(cells, words));
    return new Row(
        scope.resolve(path), path + "  " + words, expectation, scope.resolve(cell(cells, 2)));
  }

  private static String cell(List<@Nullable String> cells, int column) {
    String cell = cells.size() > column ? cells.get(column) : null;
    return cell == null ? "" : cell;
  }

  private static StepFailure unknown(List<@Nullable String> cells, String words) {
    return StepFailure.of("The step's table does not say what it expects with '" + words + "'.")
        .evidence("A row has these cells: " + cells + ".")
        .fix(
            "Write each row as '| path | expectation | value |' with one of these expectations: "
                + Expectation.words()
                + ".");
  }

  /** Checks all rows and shows all that are not met. */
  void check(JsonSubject subject) {
    JsonDocument json = subject.document();
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (Row row : rows) {
      Found found = found(json, row.path());
      boolean met = met(row, found);
      expected.add(row.line());
      actual.add(met ? row.line() : row.path() + "  is " + JsonCheck.shown(found));
    }
    if (!expected.equals(actual)) {
      throw subject.mismatch(subject.name() + " does not meet all expectations.", expected, actual);
    }
  }

  private Found found(JsonDocument json, String path) {
    Found found = json.at(path);
    return JsonCheck.isAbsent(path, found) ? Found.NOTHING : found;
  }

  private boolean met(Row row, Found found) {
    try {
      return row.expectation().test(found, row.wanted());
    } catch (PatternSyntaxException e) {
      throw StepFailure.of("'" + row.wanted() + "' is no regular expression.")
          .evidence(String.valueOf(e.getMessage()))
          .look("Look at " + scope.where() + ".")
          .fix("Correct it in the step's table.")
          .causedBy(e);
    }
  }
}
