package dev.trestle.steps.database;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.RowComparison;
import dev.trestle.steps.database.Table.TableColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows that come closest to what a step looked for: those of this scenario first, those of
 * other scenarios not at all.
 *
 * @param condition what was looked for
 * @param scope the scenario's
 */
record ClosestRows(Condition condition, ScenarioScope scope) {

  private static final int READ = 1_000;
  private static final int SHOWN = 5;

  /** How an alias ends, before the domain of an address. */
  private static final Pattern MARK = Pattern.compile("(.+?)(?:-\\d+)?-[0-9a-z]{6}(@.*)?");

  /** A failure with these rows. */
  StepFailure failure(String what, Database database) {
    Sql sql = condition.closest(scope::reveal);
    List<List<@Nullable Object>> rows = database.use(sql, query -> Rows.of(query, READ)).rows();
    List<List<@Nullable Object>> own = new ArrayList<>(rows);
    own.removeIf(this::isForeign);
    own.sort(
        Comparator.comparing((List<@Nullable Object> row) -> -condition.score(row, scope::reveal)));
    List<List<@Nullable Object>> shown = own.subList(0, Math.min(SHOWN, own.size()));
    int foreign = rows.size() - own.size();
    int more = own.size() - shown.size();
    return database.mismatch(
        what,
        sql,
        condition.columns().stream().map(TableColumn::name).toList(),
        RowComparison.inAnyOrder(List.of(condition.expected()), shown),
        (more == 0 ? "" : "\n" + more + " more rows fit less.")
            + (foreign == 0 ? "" : "\n" + foreign + " rows of other scenarios are left out."));
  }

  /** Whether a row has another scenario's alias where the step expects a name. */
  private boolean isForeign(List<@Nullable Object> row) {
    boolean foreign = false;
    for (int i = 0; i < row.size(); i++) {
      String value = String.valueOf(row.get(i));
      String wanted = condition.expected().get(i).written();
      if (!scope.reveal(value).equals(value)) {
        return false;
      }
      Matcher mark = MARK.matcher(value);
      foreign |=
          !value.equals(wanted)
              && mark.matches()
              && scope
                  .reveal(wanted)
                  .equals(mark.group(1) + (mark.group(2) == null ? "" : mark.group(2)));
    }
    return foreign;
  }
}
