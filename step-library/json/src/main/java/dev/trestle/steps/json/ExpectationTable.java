package dev.trestle.steps.json;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonDocument.Found;
import dev.trestle.steps.core.json.JsonSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A table of path, expectation and value. */
final class ExpectationTable {

  private final List<Row> rows;
  private final ScenarioScope scope;

  ExpectationTable(List<List<@Nullable String>> table, ScenarioScope scope) {
    if (table.isEmpty()) {
      throw StepFailure.of("The step's table has no rows, so it expects nothing.")
          .evidence("A row is '| path | expectation | value |'.")
          .fix("Write at least one row, or leave the step out.");
    }
    this.rows = table.stream().map(cells -> row(cells, scope)).toList();
    this.scope = scope;
  }

  /**
   * A row.
   *
   * @param written path and words as the table has them
   * @param wanted the last cell
   */
  private record Row(String path, String written, Expectation expectation, String wanted) {

    String line() {
      return (written + " " + Secrets.compared(path, wanted)).stripTrailing();
    }
  }

  private static Row row(List<@Nullable String> cells, ScenarioScope scope) {
    String path = cell(cells, 0);
    String words = cell(cells, 1);
    Expectation expectation =
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
    Set<String> obstacles = new LinkedHashSet<>();
    boolean met = true;
    for (Row row : rows) {
      Found found = json.find(row.path());
      Expectation.Answer answer = ask(row, found);
      met &= answer.met();
      expected.add(row.line());
      actual.add(answer.met() ? row.line() : unmet(row, found));
      if (!answer.obstacle().isEmpty()) {
        obstacles.add(answer.obstacle());
      }
    }
    if (!met) {
      obstacles.add(subject.name() + " does not meet all expectations.");
      throw subject.mismatch(String.join("\n", reversed(obstacles)), expected, actual);
    }
  }

  private static List<String> reversed(Set<String> lines) {
    List<String> reversed = new ArrayList<>(lines);
    Collections.reverse(reversed);
    return reversed;
  }

  private static String unmet(Row row, Found found) {
    Differing differing = JsonCheck.differing(row.path(), found, row.wanted());
    String line = row.path() + "  is " + differing.actual();
    return line.equals(row.line()) ? line + " (another)" : line;
  }

  private Expectation.Answer ask(Row row, Found found) {
    try {
      return row.expectation().ask(row.path(), found, row.wanted());
    } catch (PatternSyntaxException e) {
      throw StepFailure.of("'" + row.wanted() + "' is not a regular expression.")
          .evidence(String.valueOf(e.getMessage()))
          .look("Look at " + scope.where() + ".")
          .fix("Correct it in the step's table.")
          .causedBy(e);
    }
  }
}
