package dev.trestle.steps.database;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the columns of a table's row are to hold, as SQL.
 *
 * @param columns the columns
 * @param tests one test for each column, such as {@code status = ?}
 * @param values the values of all {@code ?} in order
 */
record Condition(List<String> columns, List<String> tests, List<String> values) {

  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_$]*");
  private static final String ANY = "<any>";
  private static final String IGNORED = "#{json-unit.ignore}";

  /** The condition that a step's table states. */
  static Condition of(List<Pair> table, UnaryOperator<String> resolve) {
    List<String> columns = new ArrayList<>();
    List<String> tests = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Pair pair : table) {
      String column = name(pair.name());
      String value = resolve.apply(pair.value());
      columns.add(column);
      switch (value) {
        case "null" -> tests.add(column + " IS NULL");
        case ANY -> tests.add(column + " IS NOT NULL");
        case IGNORED -> tests.add("1 = 1");
        default -> {
          tests.add(column + " = ?");
          values.add(unquoted(value));
        }
      }
    }
    return new Condition(columns, tests, values);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /**
   * A name of a table or column, of a schema's where it has a dot, that cannot be anything else.
   */
  static String name(String written) {
    if (written.isBlank()) {
      throw StepFailure.of("The name of a table or column is missing.").fix("Write it.");
    }
    List<String> parts = new ArrayList<>();
    for (String part : written.strip().split("\\.", -1)) {
      boolean plain = PLAIN_NAME.matcher(part).matches();
      parts.add(plain ? part : '"' + part.replace("\"", "\"\"") + '"');
    }
    return String.join(".", parts);
  }

  /** How many rows of a table meet all tests. */
  Sql count(String table) {
    return new Sql(
        "SELECT count(*) FROM " + name(table) + " WHERE " + String.join(" AND ", tests), values);
  }

  /** A statement about the rows of a table that meet all tests, such as {@code DELETE}. */
  Sql of(String statement, String table) {
    return new Sql(
        statement + " FROM " + name(table) + " WHERE " + String.join(" AND ", tests), values);
  }

  /** The rows of a table, those first that meet most of the tests. */
  Sql closest(String table) {
    List<String> scores =
        tests.stream().map(test -> "CASE WHEN " + test + " THEN 1 ELSE 0 END").toList();
    return new Sql(
        "SELECT "
            + String.join(", ", columns)
            + " FROM "
            + name(table)
            + " ORDER BY "
            + String.join(" + ", scores)
            + " DESC",
        values);
  }
}
