package dev.trestle.steps.database;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.JsonException;
import dev.trestle.steps.core.StepFailure;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query.
 *
 * @param columns the columns' names
 * @param rows the values of each row in the order of the columns
 */
record Rows(List<String> columns, List<List<@Nullable Object>> rows) {

  private static final int MOST_ROWS = 1_000;

  /** Reads what a prepared query gives. */
  static Rows of(PreparedStatement query) throws SQLException {
    return of(query, MOST_ROWS);
  }

  /** Reads the first rows of what a prepared query gives. */
  static Rows of(PreparedStatement query, int most) throws SQLException {
    query.setMaxRows(most);
    try (ResultSet result = query.executeQuery()) {
      ResultSetMetaData meta = result.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnLabel(i));
      }
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(value(result, i, meta.getColumnTypeName(i)));
        }
        rows.add(row);
      }
      return new Rows(columns, rows);
    }
  }

  private static @Nullable Object value(ResultSet result, int column, String type)
      throws SQLException {
    Object value = result.getObject(column);
    if (value == null || value instanceof Boolean || value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Number number) {
      return number;
    }
    String text = result.getString(column);
    return type.toLowerCase(Locale.ROOT).startsWith("json") ? json(text) : text;
  }

  private static @Nullable Object json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return text;
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
    return new Rows(names, selected);
  }

  private int place(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(name.strip())) {
        return i;
      }
    }
    throw StepFailure.of("The query gives no column '" + name + "'.")
        .evidence("Its columns: " + String.join(", ", columns) + ".")
        .fix("Correct the table's header in the step, or select the column.");
  }
}
