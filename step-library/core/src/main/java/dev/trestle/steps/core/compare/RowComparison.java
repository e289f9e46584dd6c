package dev.trestle.steps.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows that a feature expects against those of a query or a file. */
public final class RowComparison {

  private static final String BETWEEN = "  ";

  private final List<List<Expected>> wanted;
  private final List<List<@Nullable Object>> left;
  private final List<String> expected = new ArrayList<>();
  private final List<String> actual = new ArrayList<>();
  private boolean same = true;

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
        expected.add(line(row));
        actual.add(line(row));
      } else if (ordered) {
        differ(row);
      } else {
        unmatched.add(row);
      }
    }
    unmatched.forEach(this::differ);
    same &= left.isEmpty();
    left.forEach(row -> actual.add(shown(row)));
    return this;
  }

  /** Shows a row beside the next one that is left, if any. */
  private void differ(List<Expected> row) {
    same = false;
    String wantedLine = line(row);
    expected.add(wantedLine);
    if (!left.isEmpty()) {
      String actualLine = shown(left.remove(0));
      actual.add(actualLine.equals(wantedLine) ? actualLine + " (of another type)" : actualLine);
    }
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
    for (int i = 0; i < row.size(); i++) {
      if (!row.get(i).matches(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String line(List<Expected> row) {
    return row.stream().map(value -> value.written()).collect(Collectors.joining(BETWEEN));
  }

  private static String shown(List<@Nullable Object> row) {
    return row.stream().map(value -> Expected.written(value)).collect(Collectors.joining(BETWEEN));
  }

  /** Whether each row is the expected one. */
  public boolean same() {
    return same;
  }

  /** The expected rows as lines, those that differ beside {@link #actual}. */
  public List<String> expected() {
    return expected;
  }

  /** The actual rows as lines. */
  public List<String> actual() {
    return actual;
  }
}
