package dev.trestle.steps.database;

import dev.trestle.steps.core.StepFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query.
 *
 * @param columns the columns' names
 * @param types what the columns' values are
 * @param rows the values of each row in the order of the columns
 */
record Rows(List<String> columns, List<CellType> types, List<List<@Nullable Object>> rows) {

  private static final int MOST_ROWS = 10_000;

  /** Reads all that a prepared query gives; that it gives too much is a failure. */
  static Rows of(PreparedStatement query) throws SQLException {
    Rows rows = of(query, MOST_ROWS + 1);
    if (rows.rows().size() > MOST_ROWS) {
      throw StepFailure.of("The query gives more than " + MOST_ROWS + " rows.")
          .evidence("Those after them would not be looked at.")
          .fix("Name fewer rows in the query.");
    }
    return rows;
  }

  /** Reads the first rows of what a prepared query gives. */
  static Rows of(PreparedStatement query, int most) throws SQLException {
    query.setMaxRows(most);
    try (ResultSet result = query.executeQuery()) {
      ResultSetMetaData meta = result.getMetaData();
      List<String> columns = new ArrayList<>();
      List<CellType> types = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnLabel(i));
        types.add(CellType.of(meta.getColumnType(i), meta.getColumnTypeName(i)));
      }
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
          row.add(types.get(i).read(result, i + 1));
        }
        rows.add(row);
      }
      return new Rows(columns, types, rows);
    }
  }

  /** Only these columns, in this order. */
  Rows select(List<String> names) {
    List<Integer> places = names.stream().map(this::place).toList();
    List<List<@Nullable Object>> selected = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> values = new ArrayList<>();
      places.forEach(place -> values.add(row.get(place)));
      selected.add(values);
    }
    return new Rows(names, places.stream().map(types::get).toList(), selected);
  }

  private int place(String written) {
    String name = written.strip();
    List<Integer> same = places(name, false);
    List<Integer> found = same.isEmpty() ? places(name, true) : same;
    if (found.size() == 1) {
      return found.get(0);
    }
    String what = found.isEmpty() ? "no column" : found.size() + " columns";
    throw StepFailure.of("The query gives " + what + " '" + name + "'.")
        .evidence("Its columns: " + String.join(", ", columns) + ".")
        .fix(
            found.isEmpty()
                ? "Correct the table's header in the step, or select the column."
                : "Give each a name of its own with AS.");
  }

  private List<Integer> places(String name, boolean anyCase) {
    return IntStream.range(0, columns.size())
        .filter(i -> anyCase ? columns.get(i).equalsIgnoreCase(name) : columns.get(i).equals(name))
        .boxed()
        .toList();
  }
}
