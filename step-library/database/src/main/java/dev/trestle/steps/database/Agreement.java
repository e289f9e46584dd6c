package dev.trestle.steps.database;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    List<@Nullable Object> values = new ArrayList<>();
    StringBuilder shown = new StringBuilder();
    for (Pair query : queries) {
      Object value = new Database(query.name(), scope).value(query.value());
      values.add(value);
      shown.append(Expected.written(value)).append("  in ").append(query.name());
      shown.append(": ").append(query.value()).append('\n');
    }
    scope.attach("Values of the queries", "text/plain", shown.toString());
    if (values.stream().map(Agreement::comparable).distinct().count() > 1) {
      throw StepFailure.of("The queries do not give the same.")
          .evidence(shown.toString())
          .fix("Find out which service did not write its part, or correct the queries.");
    }
  }

  /** Numbers agree by value, whatever digits after the point they have. */
  private static String comparable(@Nullable Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
