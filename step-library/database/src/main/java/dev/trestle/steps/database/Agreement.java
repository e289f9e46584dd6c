package dev.trestle.steps.database;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Queries whose values must agree.
 *
 * @param queries databases and queries
 * @param scope the scenario's
 */
record Agreement(List<Pair> queries, ScenarioScope scope) {

  /** Asks each, and fails when one gives another value than the first. */
  void require() {
    if (queries.size() < 2) {
      throw StepFailure.of("The step's table has one query.")
          .evidence("One value always agrees with itself.")
          .fix("Write the queries that must give the same, one in each row.");
    }
    List<@Nullable Object> values = new ArrayList<>();
    StringBuilder shown = new StringBuilder();
    for (Pair query : queries) {
      Rows rows = new Database(query.name(), scope).value(query.value());
      Object value = rows.rows().get(0).get(0);
      values.add(value);
      String name = Database.selected(rows, query.value());
      shown.append(Secrets.compared(name, Expected.written(value)));
      shown.append("  in ").append(query.name());
      shown.append(": ").append(query.value()).append('\n');
    }
    scope.attach("Values of the queries", "text/plain", shown.toString());
    if (values.stream().allMatch(Objects::isNull)) {
      throw StepFailure.of("None of the queries gives a value.")
          .evidence(shown.toString())
          .fix("Correct the queries: a sum of no rows is null, wherever one looks.");
    }
    if (values.stream().map(Agreement::comparable).distinct().count() > 1) {
      throw StepFailure.of("The queries do not give the same.")
          .evidence(shown.toString())
          .fix("Find out which service did not write its part, or correct the queries.");
    }
  }

  /** Numbers agree by value, whatever digits after the point they have. */
  private static Object comparable(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
  }
}
