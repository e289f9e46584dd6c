package dev.trestle.steps.database;

import dev.trestle.steps.core.StepFailure;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table or view that is there, with the name that the database gives it.
 *
 * @param database the database's name
 * @param written the name in the step
 * @param sql the name in SQL
 * @param schema its schema, empty where the driver does not say
 * @param name its name
 * @param quote what quotes names
 * @param columns its columns in order
 */
record Table(
    String database,
    String written,
    String sql,
    String schema,
    String name,
    String quote,
    List<TableColumn> columns) {

  private static final int MOST_NAMES = 20;

  /**
   * A column.
   *
   * @param name its name
   * @param sql its name in SQL
   * @param type what its values are
   * @param typeName the database's name of its type
   */
  record TableColumn(String name, String sql, CellType type, String typeName) {}

  /** The table with a name; one that is not there is a failure which lists what is. */
  static Table of(String database, String written, Connection connection) throws SQLException {
    TableName name = TableName.of(written);
    DatabaseMetaData meta = connection.getMetaData();
    String quote = meta.getIdentifierQuoteString().strip();
    Set<TableName> candidates = new LinkedHashSet<>(List.of(name));
    candidates.add(
        name.folded(
            text ->
                meta(meta).storesUpperCaseIdentifiers()
                    ? text.toUpperCase(Locale.ROOT)
                    : text.toLowerCase(Locale.ROOT)));
    SQLException refused = null;
    for (TableName candidate : candidates) {
      try {
        return described(database, written, candidate, quote, connection);
      } catch (SQLException e) {
        refused = refused == null ? e : refused;
      }
    }
    throw StepFailure.of("Database '" + database + "' has no table '" + written + "'.")
        .evidence((refused == null ? "" : refused.getMessage() + "\n") + others(meta))
        .fix("Correct the name in the step, or the service's migration.");
  }

  /** What of a description is asked within a function. */
  private interface Upper {
    boolean storesUpperCaseIdentifiers();
  }

  private static Upper meta(DatabaseMetaData meta) {
    return () -> {
      try {
        return meta.storesUpperCaseIdentifiers();
      } catch (SQLException e) {
        return false;
      }
    };
  }

  private static Table described(
      String database, String written, TableName name, String quote, Connection connection)
      throws SQLException {
    String sql = name.sql(quote);
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + sql + " WHERE 1 = 0")) {
      ResultSetMetaData meta = none.getMetaData();
      List<TableColumn> columns = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        String column = meta.getColumnName(i);
        String type = meta.getColumnTypeName(i);
        columns.add(
            new TableColumn(
                column,
                TableName.quoted(column, quote),
                CellType.of(meta.getColumnType(i), type),
                type));
      }
      boolean any = meta.getColumnCount() > 0;
      List<TableName.Part> parts = name.parts();
      String schema = any ? meta.getSchemaName(1) : "";
      String own = any ? meta.getTableName(1) : "";
      return new Table(
          database,
          written,
          sql,
          schema == null || schema.isEmpty() ? written(parts) : schema,
          own == null || own.isEmpty() ? parts.get(parts.size() - 1).text() : own,
          quote,
          columns);
    }
  }

  private static String written(List<TableName.Part> parts) {
    return parts.size() > 1 ? parts.get(parts.size() - 2).text() : "";
  }

  private static String others(DatabaseMetaData meta) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables = meta.getTables(null, null, "%", new String[] {"TABLE", "VIEW"})) {
      while (tables.next() && names.size() < MOST_NAMES) {
        names.add(tables.getString("TABLE_SCHEM") + "." + tables.getString("TABLE_NAME"));
      }
    }
    return names.isEmpty()
        ? "It has no tables."
        : "It has these: " + String.join(", ", names) + (names.size() < MOST_NAMES ? "." : ", …");
  }

  /** The column with a name, in any case unless it is quoted. */
  TableColumn column(String written) {
    List<TableName.Part> parts = TableName.of(written).parts();
    String name = parts.size() == 1 ? parts.get(0).text() : written.strip();
    boolean exact = parts.size() == 1 && parts.get(0).quoted();
    List<TableColumn> same = columns.stream().filter(it -> it.name().equals(name)).toList();
    List<TableColumn> found =
        same.isEmpty() && !exact
            ? columns.stream().filter(it -> it.name().equalsIgnoreCase(name)).toList()
            : same;
    if (found.size() == 1) {
      return found.get(0);
    }
    String what = found.isEmpty() ? "has no column" : "has several columns";
    throw StepFailure.of(
            "Table '" + this.written + "' of '" + database + "' " + what + " '" + name + "'.")
        .evidence("Its columns: " + names() + ".")
        .fix(
            found.isEmpty()
                ? "Correct the name in the step, or the service's migration."
                : "Write the name in double quotes, as it is.");
  }

  private String names() {
    return columns.isEmpty()
        ? "none"
        : String.join(", ", columns.stream().map(TableColumn::name).toList());
  }
}
