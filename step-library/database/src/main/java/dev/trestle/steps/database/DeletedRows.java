package dev.trestle.steps.database;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.database.Table.TableColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were deleted for one scenario. That they come back was tried before: a row that does
 * not is not deleted.
 */
final class DeletedRows {

  private static final int MOST_DELETED = 1_000;
  private static final int MOST_VALUES = 30_000;

  private final Condition condition;
  private final Table table;
  private final TableKeys keys;
  private final List<TableColumn> columns;
  private final List<List<@Nullable Object>> rows;

  private DeletedRows(Condition condition, TableKeys keys, Connection connection)
      throws SQLException {
    this.condition = condition.exact(keys.postgres());
    this.table = condition.table();
    this.keys = keys;
    this.columns =
        table.columns().stream().filter(it -> !keys.computed().contains(it.name())).toList();
    this.rows = read(connection);
  }

  /** Deletes the rows that meet a condition, all of them or, when one would be lost, none. */
  static DeletedRows of(Condition condition, Connection connection) throws SQLException {
    TableKeys keys = TableKeys.of(condition.table(), connection);
    return Transaction.in(connection, () -> deleted(condition, keys, connection));
  }

  private static DeletedRows deleted(Condition condition, TableKeys keys, Connection connection)
      throws SQLException {
    DeletedRows deleted = new DeletedRows(condition, keys, connection);
    if (deleted.rows.size() > MOST_DELETED) {
      throw StepFailure.of(
              "More than " + MOST_DELETED + " rows of '" + deleted.table.written() + "' would go.")
          .evidence("They are kept in memory to be put back at the scenario's end.")
          .fix("Name fewer rows in the step.");
    }
    Savepoint before = connection.setSavepoint();
    deleted.rehearse(connection);
    connection.rollback(before);
    int gone = deleted.delete(connection);
    if (gone != deleted.rows.size()) { // Somebody else changed them in the meantime.
      throw deleted.lost(deleted.rows.size() + " rows were read, " + gone + " deleted.");
    }
    return deleted;
  }

  private List<List<@Nullable Object>> read(Connection connection) throws SQLException {
    String names = String.join(", ", columns.stream().map(TableColumn::sql).toList());
    List<List<@Nullable Object>> read = new ArrayList<>();
    try (PreparedStatement query = prepared(condition.of("SELECT " + names), connection)) {
      query.setMaxRows(MOST_DELETED + 1);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          List<@Nullable Object> row = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            row.add(value(result, i));
          }
          read.add(row);
        }
      }
    }
    return read;
  }

  /** PostgreSQL takes every value back as the text that it gave, whatever its type. */
  private @Nullable Object value(ResultSet row, int column) throws SQLException {
    return keys.postgres() ? row.getString(column) : row.getObject(column);
  }

  private static PreparedStatement prepared(Sql sql, Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.text());
    for (int i = 0; i < sql.values().size(); i++) {
      statement.setString(i + 1, sql.values().get(i));
    }
    return statement;
  }

  private int delete(Connection connection) throws SQLException {
    try (PreparedStatement delete = prepared(statement(), connection)) {
      return delete.executeUpdate();
    }
  }

  /** Deletes the rows, puts them back and looks at them; the caller undoes all of it. */
  private void rehearse(Connection connection) throws SQLException {
    SideEffects effects = SideEffects.before(table, keys, connection);
    int count = delete(connection);
    String more = effects.after(count, connection);
    if (count != rows.size() || !more.isEmpty()) {
      throw lost(more.isEmpty() ? rows.size() + " rows were read, " + count + " deleted." : more);
    }
    try {
      insert(connection);
      if (keys.postgres()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SET CONSTRAINTS ALL IMMEDIATE"); // Those that wait for the commit.
        }
      }
    } catch (SQLException e) {
      throw lost(String.valueOf(e.getMessage()));
    }
    List<List<@Nullable Object>> back = read(connection);
    if (!sorted(back).equals(sorted(rows))) {
      throw lost("They came back as " + sorted(back) + ", and were " + sorted(rows) + ".");
    }
  }

  private static List<String> sorted(List<List<@Nullable Object>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(DeletedRows::written).toList().toString())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** Arrays of bytes are compared by what is in them. */
  private static String written(@Nullable Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }

  private StepFailure lost(String why) {
    return StepFailure.of(
            "Rows of '"
                + table.written()
                + "' cannot be deleted for one scenario: they would not"
                + " come back.")
        .evidence(why + "\nNothing was deleted.")
        .fix("Delete and restore them with statements of your own, or use other test data.");
  }

  /** In one statement, so that rows may refer to each other. */
  private void insert(Connection connection) throws SQLException {
    int most = Math.max(1, MOST_VALUES / Math.max(1, columns.size()));
    for (int from = 0; from < rows.size(); from += most) {
      insert(rows.subList(from, Math.min(rows.size(), from + most)), connection);
    }
  }

  private void insert(List<List<@Nullable Object>> some, Connection connection)
      throws SQLException {
    String names = String.join(", ", columns.stream().map(TableColumn::sql).toList());
    String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    String sql =
        "INSERT INTO "
            + table.sql()
            + " ("
            + names
            + ")"
            + keys.overriding()
            + " VALUES "
            + String.join(", ", Collections.nCopies(some.size(), row));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int place = 1;
      for (List<@Nullable Object> values : some) {
        for (Object value : values) {
          if (keys.postgres()) {
            insert.setString(place++, (String) value);
          } else {
            insert.setObject(place++, value);
          }
        }
      }
      insert.executeUpdate();
    }
  }

  /** Puts the rows back, all of them or none. */
  void restore(Connection connection) {
    try {
      Transaction.in(
          connection,
          () -> {
            insert(connection);
            return rows.size();
          });
    } catch (SQLException e) {
      throw StepFailure.of("The rows deleted from '" + table.written() + "' did not come back.")
          .evidence(rows.size() + " rows are lost: " + e.getMessage())
          .fix("Find out what the scenario left in their place, and restore them by hand.")
          .causedBy(e);
    }
  }

  /** The statement that deletes the rows. */
  Sql statement() {
    return condition.of("DELETE");
  }

  int size() {
    return rows.size();
  }
}
