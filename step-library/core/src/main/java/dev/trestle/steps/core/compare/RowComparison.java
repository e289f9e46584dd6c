package dev.trestle.steps.core.compare;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a feature expects against those of a query or a file. */
public final class RowComparison {

  private final List<List<Expected>> wanted;
  private final List<List<@Nullable Object>> left;
  private final List<Row> rows = new ArrayList<>();

  /** A row beside its counterpart; one of the two is null when there is none. */
  private record Row(
      @Nullable List<String> expected, @Nullable List<String> actual, boolean same) {}

  private RowComparison(List<List<Expected>> wanted, List<List<@Nullable Object>> rows) {
    this.wanted = wanted;
    this.left = new ArrayList<>(rows);
  }

  /** A comparison of rows in order. */
  public static RowComparison inOrder(
      List<List<Expected>> wanted, List<List<@Nullable Object>> rows) {
    return new RowComparison(wanted, rows).compare(true);
  }

  /** A comparison of rows in any order. */
  public static RowComparison inAnyOrder(
      List<List<Expected>> wanted, List<List<@Nullable Object>> rows) {
    return new RowComparison(wanted, rows).compare(false);
  }

  private RowComparison compare(boolean ordered) {
    List<List<Expected>> unmatched = new ArrayList<>();
    for (List<Expected> row : wanted) {
      int found = ordered ? (left.isEmpty() ? -1 : 0) : find(row);
      if (found >= 0 && (!ordered || matches(row, left.get(0)))) {
        left.remove(found);
        rows.add(new Row(cells(row), cells(row), true));
      } else if (ordered) {
        rows.add(new Row(cells(row), found < 0 ? null : shown(left.remove(0)), false));
      } else {
        unmatched.add(row);
      }
    }
    unmatched.forEach(
        row -> rows.add(new Row(cells(row), left.isEmpty() ? null : shown(left.remove(0)), false)));
    left.forEach(row -> rows.add(new Row(null, shown(row), false)));
    return this;
  }

  private int find(List<Expected> row) {
    for (int i = 0; i < left.size(); i++) {
      if (matches(row, left.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(List<Expected> row, List<@Nullable Object> values) {
    if (row.size() != values.size()) {
      return false;
    }
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).matches(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** An empty cell is shown, so that a row of one empty cell is not taken for no row. */
  private static List<String> cells(List<Expected> row) {
    return row.stream().map(value -> value.written().isEmpty() ? "\"\"" : value.written()).toList();
  }

  private static List<String> shown(List<@Nullable Object> row) {
    return row.stream().map(value -> Expected.written(value)).toList();
  }

  /** Whether each row is the expected one. */
  public boolean same() {
    return rows.stream().allMatch(Row::same);
  }

  /**
   * The rows side by side, in columns that are aligned as the reader sees them.
   *
   * @param header the names of the columns
   * @param scope tells which names are aliases
   */
  public String sideBySide(List<String> header, ScenarioScope scope) {
    List<List<String>> expected = new ArrayList<>(List.of(header));
    List<List<String>> actual = new ArrayList<>(List.of(header));
    for (Row row : rows) {
      List<String> left =
          hidden(header, revealed(row.expected(), row.same() ? null : row.actual(), scope));
      List<String> right =
          hidden(header, revealed(row.actual(), row.same() ? null : row.expected(), scope));
      if (row.expected() != null) {
        expected.add(left);
      }
      if (row.actual() != null) {
        actual.add(row.same() ? right : marked(right, left));
      }
    }
    List<List<String>> all = new ArrayList<>(expected);
    all.addAll(actual);
    List<String> lines = TextColumns.of(all); // Both sides have the same widths, to be comparable.
    return SideBySide.of(
        lines.subList(0, expected.size()), lines.subList(expected.size(), lines.size()));
  }

  /** Of a secret column it is shown whether values differ, and not what they are. */
  private static List<String> hidden(List<String> header, List<String> cells) {
    List<String> hidden = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      hidden.add(Secrets.compared(i < header.size() ? header.get(i) : "", cells.get(i)));
    }
    return hidden;
  }

  private static List<String> marked(List<String> actual, List<String> expected) {
    if (!actual.equals(expected) || actual.isEmpty()) {
      return actual;
    }
    List<String> marked = new ArrayList<>(actual);
    marked.set(marked.size() - 1, marked.get(marked.size() - 1) + " (of another type)");
    return marked;
  }

  /** Names as written; one that would look like its counterpart and is another says why. */
  private static List<String> revealed(
      @Nullable List<String> cells, @Nullable List<String> others, ScenarioScope scope) {
    List<String> revealed = new ArrayList<>();
    for (int i = 0; cells != null && i < cells.size(); i++) {
      String cell = cells.get(i);
      String shown = scope.reveal(cell);
      boolean confusing =
          others != null
              && i < others.size()
              && !cell.equals(others.get(i))
              && shown.equals(scope.reveal(others.get(i)));
      revealed.add(confusing && !shown.equals(cell) ? shown + " (alias)" : shown);
    }
    return revealed;
  }
}
