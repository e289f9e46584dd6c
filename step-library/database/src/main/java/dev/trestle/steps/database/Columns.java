package dev.trestle.steps.database;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.compare.RowComparison;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of tables as a database describes them.
 *
 * @param database the database
 * @param scope the scenario's
 */
record Columns(Database database, ScenarioScope scope) {

  private static final Set<String> KNOWN = Set.of("column", "type", "nullable");

  /** Checks columns, and with {@code exactly} that there are no others. */
  void has(String table, List<? extends List<@Nullable String>> written, boolean exactly) {
    List<List<Pair>> wanted = Database.pairs(written);
    List<String> header = wanted.isEmpty() ? List.of() : names(wanted.get(0));
    if (!KNOWN.containsAll(header) || !header.contains("column")) {
      throw StepFailure.of("The step's table cannot be read.")
          .evidence("Its header is " + header + ", and it must have rows.")
          .fix("Use the columns 'column', 'type' and 'nullable'; the last two may be left out.");
    }
    Map<String, Column> columns = read(scope.resolve(table));
    List<List<Expected>> expected = new ArrayList<>();
    List<List<@Nullable Object>> actual = new ArrayList<>();
    Map<String, Column> others = new LinkedHashMap<>(columns);
    for (List<Pair> row : wanted) {
      expected.add(row.stream().map(cell -> Expected.of(cell.value())).toList());
      Column column = find(row, columns);
      if (column != null) {
        others.remove(column.name());
        actual.add(column.shown(row));
      }
    }
    if (exactly) {
      others.values().forEach(column -> actual.add(column.shown(wanted.get(0))));
    }
    require(table, header, RowComparison.inAnyOrder(expected, actual));
  }

  private static List<String> names(List<Pair> row) {
    return row.stream().map(Pair::name).toList();
  }

  private static @Nullable Column find(List<Pair> row, Map<String, Column> columns) {
    return row.stream()
        .filter(cell -> "column".equals(cell.name()))
        .findFirst()
        .flatMap(
            cell ->
                columns.values().stream()
                    .filter(column -> column.name().equalsIgnoreCase(cell.value()))
                    .findFirst())
        .orElse(null);
  }

  private Map<String, Column> read(String written) {
    Table table = database.table(written);
    Map<String, Column> columns = new LinkedHashMap<>();
    database.with(
        connection -> {
          try (ResultSet result = TableKeys.columns(table, connection.getMetaData())) {
            while (result.next()) {
              Column column = Column.of(result);
              columns.putIfAbsent(column.name(), column);
            }
          }
          return columns;
        });
    return columns;
  }

  private void require(String table, List<String> header, RowComparison comparison) {
    if (!comparison.same()) {
      throw StepFailure.of(
              ("Table '" + table + "' of '" + database.name())
                  + "' does not have the expected columns.")
          .evidence(comparison.sideBySide(header, scope))
          .fix("Correct the service's migration, or what the step expects.");
    }
  }
}
