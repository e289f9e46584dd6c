package dev.trestle.steps.database;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.RowComparison;
import dev.trestle.steps.core.compare.SideBySide;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
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
  interface Use<T> {
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

  /** Checks that a table has these rows, in any order and with columns as the header names them. */
  void hasExactly(String table, List<? extends List<@Nullable String>> rows) {
    String columns = String.join(", ", header(rows).stream().map(Condition::name).toList());
    gives("SELECT " + columns + " FROM " + Condition.name(scope.resolve(table)), rows);
  }

  /** Checks that each row below a header is in a table. */
  void hasEach(String table, List<? extends List<@Nullable String>> rows) {
    pairs(rows).forEach(row -> hasRows(table, RowCount.SOME, row));
  }

  /** Each row below the header as pairs of column and value. */
  static List<List<Pair>> pairs(List<? extends List<@Nullable String>> table) {
    List<String> header = header(table);
    return table.subList(1, table.size()).stream()
        .map(
            row ->
                IntStream.range(0, header.size())
                    .mapToObj(
                        i -> new Pair(header.get(i), Objects.requireNonNullElse(row.get(i), "")))
                    .toList())
        .toList();
  }

  /** Checks how many rows a table has. */
  void hasCount(String table, int wanted) {
    Sql sql = new Sql("SELECT count(*) FROM " + Condition.name(scope.resolve(table)), List.of());
    int found = count(sql);
    if (found != wanted) {
      throw StepFailure.of(
              "Table '" + table + "' of '" + name + "' has " + found + " rows, not " + wanted + ".")
          .evidence("SQL: " + sql.text())
          .fix("Correct the service that writes there, or what the step expects.");
    }
  }

  /** The only value that a query gives. */
  @Nullable Object value(String written) {
    Sql sql = Sql.parse(written, scope::resolve);
    Rows rows = use(sql, Rows::of);
    if (rows.rows().size() != 1 || rows.columns().size() != 1) {
      throw StepFailure.of("The query in database '" + name + "' does not give one value.")
          .evidence(
              ("It gives " + rows.rows().size() + " rows with " + rows.columns().size())
                  + (" columns.\nSQL: " + sql.text() + values(sql)))
          .fix("Select one column of one row, such as sum(total).");
    }
    return rows.rows().get(0).get(0);
  }

  /** Checks the only value that a query gives. */
  void givesValue(String written, String expected) {
    Object actual = value(written);
    String wanted = scope.resolve(expected);
    if (!Expected.of(wanted).matches(actual)) {
      throw StepFailure.of("The query in database '" + name + "' does not give " + wanted + ".")
          .evidence("It gives " + Expected.written(actual) + ".\nSQL: " + written)
          .fix("Correct the service that writes there, or what the step expects.");
    }
  }

  /** Checks how many rows of a table hold these values. */
  void hasRows(String table, RowCount count, List<Pair> values) {
    Condition condition = Condition.of(values, scope::resolve);
    String resolved = scope.resolve(table);
    int found = count(condition.count(resolved));
    if (!count.allows(found)) {
      Sql sql = condition.closest(resolved);
      List<List<@Nullable Object>> closest = use(sql, query -> Rows.of(query, CLOSEST)).rows();
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

  <T> T use(Sql sql, Use<T> use) {
    return use(sql, List.of(), use);
  }

  /** Uses a statement that gives back the values of key columns, if any are named. */
  <T> T use(Sql sql, List<String> keys, Use<T> use) {
    try (Connection connection = connect();
        PreparedStatement statement =
            keys.isEmpty()
                ? connection.prepareStatement(sql.text())
                : connection.prepareStatement(sql.text(), keys.toArray(String[]::new))) {
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

  /** A new connection, which the caller closes. */
  Connection connect() {
    return new Databases(scope.environment()).connect(name);
  }

  /** The database's name. */
  String name() {
    return name;
  }

  void attach(Sql sql, String result) {
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
