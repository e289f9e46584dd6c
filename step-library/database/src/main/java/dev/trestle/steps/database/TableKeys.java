package dev.trestle.steps.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a table says about the rows in it.
 *
 * @param postgres whether it is in PostgreSQL
 * @param primary the columns of its primary key in their order
 * @param computed the columns whose values nobody writes, since the database computes them
 */
record TableKeys(boolean postgres, List<String> primary, List<String> computed) {

  static TableKeys of(Table table, Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    Map<Integer, String> primary = new TreeMap<>();
    try (ResultSet keys = meta.getPrimaryKeys(null, schema(table), table.name())) {
      while (keys.next()) {
        primary.put((int) keys.getShort("KEY_SEQ"), keys.getString("COLUMN_NAME"));
      }
    }
    List<String> computed = new ArrayList<>();
    try (ResultSet columns = columns(table, meta)) {
      while (columns.next()) {
        if ("YES".equals(columns.getString("IS_GENERATEDCOLUMN"))) {
          computed.add(columns.getString("COLUMN_NAME"));
        }
      }
    }
    boolean postgres = "PostgreSQL".equals(meta.getDatabaseProductName());
    return new TableKeys(postgres, List.copyOf(primary.values()), computed);
  }

  /** The description of a table's columns; names are not patterns. */
  static ResultSet columns(Table table, DatabaseMetaData meta) throws SQLException {
    String escape = meta.getSearchStringEscape();
    String schema = schema(table);
    return meta.getColumns(
        null, schema == null ? null : escaped(schema, escape), escaped(table.name(), escape), null);
  }

  private static String escaped(String name, String escape) {
    return escape.isEmpty()
        ? name
        : name.replace(escape, escape + escape)
            .replace("_", escape + "_")
            .replace("%", escape + "%");
  }

  static @Nullable String schema(Table table) {
    return table.schema().isEmpty() ? null : table.schema();
  }

  /** What an {@code INSERT} says so that it may write the values of an identity, SQL:2003. */
  String overriding() {
    return postgres ? " OVERRIDING SYSTEM VALUE" : "";
  }
}
