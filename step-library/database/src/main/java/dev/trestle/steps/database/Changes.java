package dev.trestle.steps.database;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.database.Table.TableColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are there, or are not, for one scenario.
 *
 * @param database the database
 * @param scope the scenario's
 */
record Changes(Database database, ScenarioScope scope) {

  /** Inserts the rows below a header, and deletes them at the scenario's end. */
  void insert(String writtenTable, List<? extends List<@Nullable String>> rows) {
    Table table = database.table(scope.resolve(writtenTable));
    TableKeys keys = database.with(connection -> TableKeys.of(table, connection));
    List<List<Pair>> pairs = Database.pairs(rows);
    if (pairs.isEmpty()) {
      throw StepFailure.of("The step's table has no rows below its header.")
          .evidence("Nothing would be inserted.")
          .fix("Write the rows.");
    }
    if (keys.primary().isEmpty()) {
      pairs.forEach(row -> requireNone(table, resolved(row), keys));
    }
    pairs.forEach(row -> insert(table, resolved(row), keys));
  }

  private List<Pair> resolved(List<Pair> row) {
    return row.stream().map(cell -> new Pair(cell.name(), scope.resolve(cell.value()))).toList();
  }

  /** Without a key, rows are told apart by their values alone. */
  private void requireNone(Table table, List<Pair> row, TableKeys keys) {
    Condition same = Condition.of(table, row, value -> value).exact(keys.postgres());
    int there = database.use(same.count(), statement -> Database.number(statement));
    if (there > 0) {
      throw StepFailure.of("Table '" + table.written() + "' has such a row already.")
          .evidence("It has no primary key, so the rows could not be told apart afterwards: " + row)
          .fix("Use other values, such as an alias, or give the table a key.");
    }
  }

  /** A placeholder would meet every row when the inserted one is deleted. */
  private static void requireValue(Pair cell) {
    if (cell.value().equals("<any>") || cell.value().startsWith("#{json-unit.")) {
      throw StepFailure.of("'" + cell.value() + "' is not a value that can be inserted.")
          .evidence("It stands for any value, in the column '" + cell.name() + "'.")
          .fix("Write the value, or leave the column out.");
    }
  }

  private void insert(Table table, List<Pair> row, TableKeys keys) {
    List<String> columns = new ArrayList<>();
    List<String> places = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Pair cell : row) {
      requireValue(cell);
      TableColumn column = table.column(cell.name());
      columns.add(column.sql());
      places.add("null".equals(cell.value()) ? "NULL" : "?");
      if (!"null".equals(cell.value())) {
        boolean json = column.type() == CellType.JSON;
        values.add(json ? cell.value() : Condition.unquoted(cell.value()));
      }
    }
    Sql sql =
        new Sql(
            ("INSERT INTO " + table.sql() + " (" + String.join(", ", columns) + ")")
                + (keys.overriding() + " VALUES (" + String.join(", ", places) + ")"),
            values);
    List<Pair> identity =
        database.use(sql, keys.primary(), statement -> identity(statement, table, row, keys));
    scope.onEnd(
        "delete the row inserted into " + table.written(), () -> remove(table, identity, keys));
    database.attach(sql, "1 row was inserted; it is deleted at the scenario's end.");
  }

  /** The values of the key as given or generated; those of the whole row where there is no key. */
  private static List<Pair> identity(
      PreparedStatement statement, Table table, List<Pair> row, TableKeys keys)
      throws SQLException {
    statement.executeUpdate();
    List<Pair> identity = new ArrayList<>();
    for (Pair cell : row) {
      String column = table.column(cell.name()).name();
      if (keys.primary().isEmpty() || keys.primary().contains(column)) {
        identity.add(new Pair(exactly(column), cell.value()));
      }
    }
    if (identity.size() < keys.primary().size()) {
      identity.clear();
      try (ResultSet generated = statement.getGeneratedKeys()) {
        generated.next();
        for (int i = 0; i < keys.primary().size(); i++) {
          identity.add(new Pair(exactly(keys.primary().get(i)), generated.getString(i + 1)));
        }
      }
    }
    return identity;
  }

  private static String exactly(String name) {
    return TableName.quoted(name, "\"");
  }

  private void remove(Table table, List<Pair> identity, TableKeys keys) {
    Sql sql = Condition.of(table, identity, value -> value).exact(keys.postgres()).of("DELETE");
    try {
      database.use(sql, PreparedStatement::executeUpdate);
    } catch (StepFailure e) {
      throw StepFailure.of("A row that the scenario inserted into '" + table.written() + "' stays.")
          .evidence(e.getMessage())
          .fix("Find out what refers to it; delete that in the scenario, too.")
          .causedBy(e);
    }
  }

  /** Deletes rows, and puts them back at the scenario's end. */
  void delete(String writtenTable, List<Pair> values) {
    Table table = database.table(scope.resolve(writtenTable));
    Condition condition = Condition.of(table, values, scope::resolve);
    DeletedRows deleted = database.with(connection -> DeletedRows.of(condition, connection));
    scope.onEnd(
        "put back the rows deleted from " + table.written(),
        () ->
            database.with(
                connection -> {
                  deleted.restore(connection);
                  return deleted;
                }));
    database.attach(
        deleted.statement(),
        deleted.size() + " rows were deleted; they are put back at the scenario's end.");
  }

  /** What is done with a connection. */
  interface Use<T> {
    T of(Connection connection) throws SQLException;
  }
}
