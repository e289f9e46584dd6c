package dev.trestle.steps.database;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.database.Table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table's row are to hold: as SQL where SQL can say it, and the rest by
 * comparing what was read.
 *
 * @param table the table
 * @param columns the columns
 * @param expected the value of each column
 * @param tests one test for each column
 * @param compared the places of the columns that SQL cannot compare
 */
record Condition(
    Table table,
    List<TableColumn> columns,
    List<Expected> expected,
    List<Test> tests,
    List<Integer> compared) {

  /**
   * What SQL tests.
   *
   * @param sql such as {@code status = ?}
   * @param value the value of its {@code ?}, null when it has none
   */
  record Test(String sql, @Nullable String value) {}

  private static final String ANY = "<any>";
  private static final String IGNORED = "#{json-unit.ignore}";
  private static final String PLACEHOLDER = "#{json-unit.";
  private static final Test TRUE = new Test("1 = 1", null);
  private static final Test FALSE = new Test("1 = 0", null);

  /** The condition that a step's table states. */
  static Condition of(Table table, List<Pair> rows, UnaryOperator<String> resolve) {
    if (rows.isEmpty()) {
      throw StepFailure.of("The step's table is empty.")
          .evidence("Without a column every row would meet it.")
          .fix("Write columns and values, such as '| status | OPEN |'.");
    }
    List<TableColumn> columns = new ArrayList<>();
    List<Expected> expected = new ArrayList<>();
    List<Test> tests = new ArrayList<>();
    List<Integer> compared = new ArrayList<>();
    for (Pair pair : rows) {
      TableColumn column = table.column(resolve.apply(pair.name()));
      String value = resolve.apply(pair.value());
      if (isCompared(column, value)) {
        compared.add(columns.size());
      }
      tests.add(test(column, value));
      columns.add(column);
      expected.add(Expected.of(column.type().written(value)));
    }
    return new Condition(table, columns, expected, tests, compared);
  }

  private static boolean isCompared(TableColumn column, String value) {
    boolean placeholder = value.startsWith(PLACEHOLDER) && !IGNORED.equals(value);
    boolean json = column.type() == CellType.JSON && !"null".equals(value) && !ANY.equals(value);
    return placeholder || (json && !IGNORED.equals(value));
  }

  private static Test test(TableColumn column, String value) {
    if ("null".equals(value)) {
      return new Test(column.sql() + " IS NULL", null);
    }
    if (IGNORED.equals(value) || isCompared(column, value)) {
      return TRUE;
    }
    if (ANY.equals(value)) {
      return new Test(column.sql() + " IS NOT NULL", null);
    }
    boolean text = !unquoted(value).equals(value);
    return text && column.type() == CellType.NUMBER
        ? FALSE
        : new Test(column.sql() + " = ?", unquoted(value));
  }

  /**
   * The same for a statement that changes the rows: SQL must say all of it.
   *
   * @param postgres whether the database can compare JSON
   */
  Condition exact(boolean postgres) {
    List<Test> exact = new ArrayList<>(tests);
    for (int place : compared) {
      String value = expected.get(place).written();
      if (!postgres || value.startsWith(PLACEHOLDER)) {
        throw StepFailure.of("Rows cannot be chosen by '" + value + "'.")
            .evidence("The database itself must find the rows that are to be changed.")
            .fix("Use other columns in the step, or the value itself.");
      }
      String column = columns.get(place).sql();
      exact.set(place, new Test("CAST(" + column + " AS jsonb) = CAST(? AS jsonb)", value));
    }
    return new Condition(table, columns, expected, exact, List.of());
  }

  private List<String> values() {
    List<String> values = new ArrayList<>();
    for (Test test : tests) {
      if (test.value() != null) {
        values.add(test.value());
      }
    }
    return values;
  }

  static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** How many rows meet what SQL can say; all of it when nothing is to be compared. */
  Sql count() {
    return of("SELECT count(*)");
  }

  /** A statement about the rows that meet what SQL can say, such as {@code DELETE}. */
  Sql of(String statement) {
    return new Sql(
        statement
            + " FROM "
            + table.sql()
            + " WHERE "
            + String.join(" AND ", tests.stream().map(Test::sql).toList()),
        values());
  }

  /** The columns' values in the rows that meet what SQL can say. */
  Sql candidates() {
    return of("SELECT " + names());
  }

  private String names() {
    return String.join(", ", columns.stream().map(TableColumn::sql).toList());
  }

  /** Whether a row of {@link #candidates} meets the rest, too. */
  boolean meets(List<@Nullable Object> row) {
    return compared.stream().allMatch(place -> expected.get(place).matches(row.get(place)));
  }

  /** How well a row fits; that it has an alias of the scenario counts more than all else. */
  int score(List<@Nullable Object> row, UnaryOperator<String> reveal) {
    int score = 0;
    for (int i = 0; i < expected.size(); i++) {
      score += expected.get(i).matches(row.get(i)) ? 1 : 0;
      score += isAlias(String.valueOf(row.get(i)), reveal) ? expected.size() + 1 : 0;
    }
    return score;
  }

  private static boolean isAlias(String value, UnaryOperator<String> reveal) {
    return !reveal.apply(value).equals(value);
  }

  /** The rows of the table, those first that fit best as far as SQL can say. */
  Sql closest(UnaryOperator<String> reveal) {
    List<String> scores = new ArrayList<>();
    for (Test test : tests) {
      boolean alias = test.value() != null && isAlias(test.value(), reveal);
      int weight = alias ? tests.size() + 1 : 1;
      scores.add("CASE WHEN " + test.sql() + " THEN " + weight + " ELSE 0 END");
    }
    return new Sql(
        "SELECT "
            + names()
            + " FROM "
            + table.sql()
            + " ORDER BY "
            + String.join(" + ", scores)
            + " DESC",
        values());
  }
}
