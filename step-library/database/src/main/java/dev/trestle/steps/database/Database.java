package dev.trestle.steps.database;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.SideBySide;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One database as a scenario sees it. */
final class Database {

  private static final int QUERY_SECONDS = 30;
  private static final int CLOSEST = 5;

  private final ScenarioScope scope;
  private final String name;

  Database(String name, ScenarioScope scope) {
    this.scope = scope;
    this.name = scope.resolve(name);
  }

  /** What is done with a prepared statement. */
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** Runs a statement. */
  void run(String written) {
    Sql sql = Sql.parse(written, scope::resolve);
    int rows = use(sql, statement -> statement.execute() ? -1 : statement.getUpdateCount());
    attach(sql, rows < 0 ? "It gave a result." : rows + " rows were changed.");
  }

  /** Checks that a query gives the rows of a table with a header. */
  void gives(String written, List<? extends List<@Nullable String>> table) {
    Sql sql = Sql.parse(written, scope::resolve);
    List<String> header = header(table);
    Rows rows = use(sql, Rows::of).select(header);
    List<List<Expected>> wanted = new ArrayList<>();
    for (List<@Nullable String> row : table.subList(1, table.size())) {
      wanted.add(row.stream().map(cell -> Expected.of(resolve(cell))).toList());
    }
    boolean ordered = sql.text().toLowerCase(Locale.ROOT).matches("(?s).*\\border\\s+by\\b.*");
    RowComparison comparison =
        ordered
            ? RowComparison.inOrder(wanted, rows.rows())
            : RowComparison.inAnyOrder(wanted, rows.rows());
    if (!comparison.same()) {
      throw mismatch(
          "The query in database '" + name + "' does not give the expected rows.",
          sql,
          header,
          comparison);
    }
  }

  private static List<String> header(List<? extends List<@Nullable String>> table) {
    if (table.isEmpty() || table.get(0).stream().anyMatch(cell -> cell == null || cell.isBlank())) {
      throw StepFailure.of("The step's table has no header.")
          .evidence("The first row names the columns that the query gives.")
          .fix("Write it above the rows.");
    }
    return table.get(0).stream().map(String::valueOf).toList();
  }

  private String resolve(@Nullable String cell) {
    return cell == null ? "" : scope.resolve(cell);
  }

  /** Checks how many rows of a table hold these values. */
  void hasRows(String table, RowCount count, List<Pair> values) {
    Condition condition = Condition.of(values, scope::resolve);
    String resolved = scope.resolve(table);
    int found = count(condition.count(resolved));
    if (!count.allows(found)) {
      Sql sql = condition.closest(resolved, CLOSEST);
      List<List<@Nullable Object>> closest = use(sql, Rows::of).rows();
      List<Expected> wanted =
          values.stream().map(pair -> Expected.of(scope.resolve(pair.value()))).toList();
      String what =
          "Table '" + table + "' of '" + name + "' has " + found + " such rows, not " + count + ".";
      throw mismatch(
          what, sql, condition.columns(), RowComparison.inAnyOrder(List.of(wanted), closest));
    }
  }

  private int count(Sql sql) {
    Object count = use(sql, Rows::of).rows().get(0).get(0);
    return count instanceof Number number ? number.intValue() : 0;
  }

  private <T> T use(Sql sql, Use<T> use) {
    try (Connection connection = new Databases(scope.environment()).connect(name);
        PreparedStatement statement = connection.prepareStatement(sql.text())) {
      statement.setQueryTimeout(QUERY_SECONDS);
      for (int i = 0; i < sql.values().size(); i++) {
        statement.setString(i + 1, sql.values().get(i));
      }
      return use.of(statement);
    } catch (SQLException e) {
      throw StepFailure.of("Database '" + name + "' refuses the statement.")
          .evidence(e.getMessage() + "\nSQL: " + sql.text() + values(sql))
          .fix("Correct the statement in the step.")
          .causedBy(e);
    }
  }

  private void attach(Sql sql, String result) {
    scope.attach("SQL in " + name, "text/plain", sql.text() + values(sql) + "\n\n" + result);
  }

  private static String values(Sql sql) {
    return sql.values().isEmpty() ? "" : "\nwith " + sql.values();
  }

  private StepFailure mismatch(
      String what, Sql sql, List<String> columns, RowComparison comparison) {
    List<String> expected = new ArrayList<>(List.of(String.join("  ", columns)));
    List<String> actual = new ArrayList<>(expected);
    expected.addAll(comparison.expected());
    actual.addAll(comparison.actual());
    return StepFailure.of(what)
        .evidence(SideBySide.of(expected, actual) + "\nSQL: " + sql.text() + values(sql))
        .fix("Correct the service that writes there, or what the step expects.");
  }
}
