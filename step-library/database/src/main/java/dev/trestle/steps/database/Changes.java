package dev.trestle.steps.database;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are there, or are not, for one scenario.
 *
 * @param database the database
 * @param scope the scenario's
 */
record Changes(Database database, ScenarioScope scope) {

  private static final int MOST_DELETED = 1_000;

  /** Inserts the rows below a header, and deletes them at the scenario's end. */
  void insert(String writtenTable, List<? extends List<@Nullable String>> rows) {
    String table = scope.resolve(writtenTable);
    List<String> keys = keys(table);
    for (List<Pair> row : Database.pairs(rows)) {
      insert(table, row, keys);
    }
  }

  private void insert(String table, List<Pair> row, List<String> keys) {
    List<String> columns = new ArrayList<>();
    List<String> places = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Pair cell : row) {
      String value = scope.resolve(cell.value());
      columns.add(Condition.name(cell.name()));
      places.add("null".equals(value) ? "NULL" : "?");
      if (!"null".equals(value)) {
        values.add(value);
      }
    }
    Sql sql =
        new Sql(
            ("INSERT INTO " + Condition.name(table) + " (" + String.join(", ", columns))
                + (") VALUES (" + String.join(", ", places) + ")"),
            values);
    List<Pair> identity = new ArrayList<>();
    database.use(sql, keys, statement -> identity.addAll(identity(statement, row, keys)));
    scope.onEnd("delete the row inserted into " + table, () -> remove(table, identity));
    database.attach(sql, "1 row was inserted; it is deleted at the scenario's end.");
  }

  /** The values of the key as given or generated; those of the whole row where there is no key. */
  private List<Pair> identity(PreparedStatement statement, List<Pair> row, List<String> keys)
      throws SQLException {
    statement.executeUpdate();
    List<Pair> identity = new ArrayList<>();
    for (Pair cell : row) {
      if (keys.isEmpty() || keys.stream().anyMatch(cell.name()::equalsIgnoreCase)) {
        identity.add(new Pair(cell.name(), scope.resolve(cell.value())));
      }
    }
    if (!keys.isEmpty() && identity.size() < keys.size()) {
      identity.clear();
      try (ResultSet generated = statement.getGeneratedKeys()) {
        generated.next();
        for (int i = 0; i < keys.size(); i++) {
          identity.add(new Pair(keys.get(i), generated.getString(i + 1)));
        }
      }
    }
    return identity;
  }

  private void remove(String table, List<Pair> identity) {
    Sql sql = Condition.of(identity, value -> value).of("DELETE", table);
    database.use(sql, PreparedStatement::executeUpdate);
  }

  /** The columns of a table's primary key. */
  private List<String> keys(String table) {
    try (Connection connection = database.connect()) {
      DatabaseMetaData meta = connection.getMetaData();
      Names names = Names.of(table, meta);
      List<String> keys = new ArrayList<>();
      try (ResultSet result = meta.getPrimaryKeys(null, names.schema(), names.table())) {
        while (result.next()) {
          keys.add(result.getString("COLUMN_NAME"));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw StepFailure.of("Database '" + database.name() + "' cannot be described.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct the table's name in the step.")
          .causedBy(e);
    }
  }

  /** Deletes rows, and puts them back at the scenario's end. */
  void delete(String writtenTable, List<Pair> values) {
    String table = scope.resolve(writtenTable);
    Condition condition = Condition.of(values, scope::resolve);
    Deleted deleted = database.use(condition.of("SELECT *", table), Deleted::of);
    if (deleted.rows().size() > MOST_DELETED) {
      throw StepFailure.of("More than " + MOST_DELETED + " rows of '" + table + "' would go.")
          .evidence("They are kept in memory to be put back at the scenario's end.")
          .fix("Name fewer rows in the step.");
    }
    Sql sql = condition.of("DELETE", table);
    int count = database.use(sql, PreparedStatement::executeUpdate);
    scope.onEnd("put back the rows deleted from " + table, () -> restore(table, deleted));
    database.attach(sql, count + " rows were deleted; they are put back at the scenario's end.");
  }

  /** Rows with their values as the driver has them, so that it takes them back. */
  private record Deleted(List<String> columns, List<List<@Nullable Object>> rows) {

    static Deleted of(PreparedStatement query) throws SQLException {
      query.setMaxRows(MOST_DELETED + 1);
      try (ResultSet result = query.executeQuery()) {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          columns.add('"' + meta.getColumnName(i).replace("\"", "\"\"") + '"');
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
          List<@Nullable Object> row = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            row.add(result.getObject(i));
          }
          rows.add(row);
        }
        return new Deleted(columns, rows);
      }
    }
  }

  private void restore(String table, Deleted deleted) {
    String places = String.join(", ", Collections.nCopies(deleted.columns().size(), "?"));
    Sql sql =
        new Sql(
            ("INSERT INTO " + Condition.name(table) + " (" + String.join(", ", deleted.columns()))
                + (") VALUES (" + places + ")"),
            List.of());
    for (List<@Nullable Object> row : deleted.rows()) {
      database.use(
          sql,
          statement -> {
            for (int i = 0; i < row.size(); i++) {
              statement.setObject(i + 1, row.get(i));
            }
            return statement.executeUpdate();
          });
    }
  }
}
