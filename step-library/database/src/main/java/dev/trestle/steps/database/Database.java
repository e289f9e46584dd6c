package dev.trestle.steps.database;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.RowComparison;
import dev.trestle.steps.database.Table.TableColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One database as a scenario sees it. */
final class Database {

  private static final int QUERY_SECONDS = 30;

  /** The words between SELECT and FROM. */
  private static final Pattern SELECTED =
      Pattern.compile("(?i)\\bselect\\b(.*?)(?:\\bfrom\\b|$)", Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("\\w+");

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
    String what = "The query in database '" + name + "' does not give the expected rows.";
    compare(sql, use(sql, Rows::of).select(header), header, table, what);
  }

  private void compare(
      Sql sql,
      Rows rows,
      List<String> header,
      List<? extends List<@Nullable String>> table,
      String what) {
    List<List<Expected>> wanted = new ArrayList<>();
    for (List<@Nullable String> row : table.subList(1, table.size())) {
      wanted.add(expected(row, rows.types()));
    }
    RowComparison comparison =
        sql.isOrdered()
            ? RowComparison.inOrder(wanted, rows.rows())
            : RowComparison.inAnyOrder(wanted, rows.rows());
    if (!comparison.same()) {
      throw mismatch(what, sql, header, comparison, "");
    }
  }

  private List<Expected> expected(List<@Nullable String> row, List<CellType> types) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> Expected.of(types.get(i).written(resolve(row.get(i)))))
        .toList();
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
  void hasExactly(String written, List<? extends List<@Nullable String>> rows) {
    Table table = table(scope.resolve(written));
    List<String> header = header(rows);
    List<TableColumn> columns = header.stream().map(table::column).toList();
    String select = String.join(", ", columns.stream().map(TableColumn::sql).toList());
    Sql sql = new Sql("SELECT " + select + " FROM " + table.sql(), List.of());
    String what = "Table '" + written + "' of '" + name + "' does not have exactly these rows.";
    compare(sql, use(sql, Rows::of), header, rows, what);
  }

  /** Checks that each row below a header is in a table, each as often as it is written. */
  void hasEach(String table, List<? extends List<@Nullable String>> rows) {
    List<List<Pair>> wanted = pairs(rows);
    if (wanted.isEmpty()) {
      throw StepFailure.of("The step's table has no rows below its header.")
          .evidence("Without a row nothing would be looked for.")
          .fix("Write the rows that the table must have.");
    }
    for (List<Pair> row : wanted) {
      int times = (int) wanted.stream().filter(row::equals).count();
      hasRows(table, RowCount.atLeast(times), row);
    }
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
    Sql sql = new Sql("SELECT count(*) FROM " + table(scope.resolve(table)).sql(), List.of());
    int found = count(sql);
    if (found != wanted) {
      throw StepFailure.of(
              "Table '" + table + "' of '" + name + "' has " + found + " rows, not " + wanted + ".")
          .evidence("SQL: " + sql.text())
          .fix("Correct the service that writes there, or what the step expects.");
    }
  }

  /** The only value that a query gives, and what type it has. */
  Rows value(String written) {
    Sql sql = Sql.parse(written, scope::resolve);
    Rows rows = use(sql, Rows::of);
    if (rows.rows().size() != 1 || rows.columns().size() != 1) {
      throw StepFailure.of("The query in database '" + name + "' does not give one value.")
          .evidence(
              ("It gives " + rows.rows().size() + " rows with " + rows.columns().size())
                  + (" columns.\nSQL: " + sql.text() + values(sql)))
          .fix("Select one column of one row, such as sum(total).");
    }
    return rows;
  }

  /** The only value that a query gives, as a feature writes it. */
  String savedValue(String written) {
    Object value = value(written).rows().get(0).get(0);
    if (value == null) {
      throw StepFailure.of("The query in database '" + name + "' gives null: nothing to save.")
          .evidence("SQL: " + written)
          .fix("Find out why the value is missing, or correct the query.");
    }
    return value instanceof String text ? text : Expected.written(value);
  }

  /**
   * A name of the only value that a query gives, which says whether it is a secret: what is
   * selected, such as {@code max(password)}, where the column's own name does not say so.
   */
  static String selected(Rows rows, String query) {
    String column = rows.columns().get(0);
    Matcher selected = SELECTED.matcher(query);
    return Secrets.isSecret(column) || !selected.find()
        ? column
        : WORD.matcher(selected.group(1))
            .results()
            .map(MatchResult::group)
            .filter(Secrets::isSecret)
            .findFirst()
            .orElse(column);
  }

  /** Checks the only value that a query gives. */
  void givesValue(String written, String expected) {
    Rows rows = value(written);
    Object actual = rows.rows().get(0).get(0);
    String wanted = rows.types().get(0).written(scope.resolve(expected));
    if (!Expected.of(wanted).matches(actual)) {
      boolean isText = actual instanceof String;
      Differing differing =
          Differing.of(selected(rows, written), Expected.written(actual), isText, wanted);
      throw StepFailure.of(
              "The query in database '" + name + "' does not give '" + differing.wanted() + "'.")
          .evidence("It gives " + differing.distinctActual() + ".\nSQL: " + written)
          .fix("Correct the service that writes there, or what the step expects.");
    }
  }

  /**
   * Checks how many rows of a table hold these values. When the values are the scenario's own, such
   * as <code>${order}</code>, also that no more come before the scenario acts again or ends; rows
   * that have the same values as those of other scenarios may come at any time. Fewer may remain:
   * rows move on.
   */
  void hasRows(String table, RowCount count, List<Pair> values) {
    Condition condition = Condition.of(table(scope.resolve(table)), values, scope::resolve);
    requireRows(table, count, condition, ".");
    boolean own = values.stream().anyMatch(pair -> pair.value().contains("${"));
    if (own && count.most() < Integer.MAX_VALUE) {
      RowCount bound = new RowCount(0, count.most());
      scope.keep(
          "keep the number of rows of table '" + table + "' of '" + name + "'",
          List.of(
              Database.class, name, scope.resolve(table), scope.resolve(values.toString()), bound),
          () -> requireRows(table, bound, condition, ". It had not when the step passed."));
    }
  }

  private void requireRows(String table, RowCount count, Condition condition, String end) {
    int found = count(condition);
    if (!count.allows(found)) {
      String what =
          "Table '" + table + "' of '" + name + "' has " + found + " such rows, not " + count + end;
      throw new ClosestRows(condition, scope).failure(what, this);
    }
  }

  private int count(Condition condition) {
    if (condition.compared().isEmpty()) {
      return count(condition.count());
    }
    return (int)
        use(condition.candidates(), Rows::of).rows().stream().filter(condition::meets).count();
  }

  private int count(Sql sql) {
    return use(sql, Database::number);
  }

  /** The table with a name whose places are resolved. */
  Table table(String resolved) {
    return with(connection -> Table.of(name, resolved, connection));
  }

  /** Uses a connection of its own; what it did not commit is undone. */
  <T> T with(Changes.Use<T> use) {
    try (Connection connection = connect()) {
      return use.of(connection);
    } catch (SQLException e) {
      throw StepFailure.of("Database '" + name + "' refuses what the step needs.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct the names and values in the step.")
          .causedBy(e);
    }
  }

  /** The number that a prepared query gives. */
  static int number(PreparedStatement query) throws SQLException {
    try (ResultSet result = query.executeQuery()) {
      return result.next() ? result.getInt(1) : 0;
    }
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

  /** A failure with the rows side by side, and what was left out of them. */
  StepFailure mismatch(
      String what, Sql sql, List<String> columns, RowComparison comparison, String leftOut) {
    return StepFailure.of(what)
        .evidence(
            comparison.sideBySide(columns, scope) + leftOut + "\nSQL: " + sql.text() + values(sql))
        .fix("Correct the service that writes there, or what the step expects.");
  }
}
