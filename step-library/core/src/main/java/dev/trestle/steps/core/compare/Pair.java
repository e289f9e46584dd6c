package dev.trestle.steps.core.compare;

import dev.trestle.steps.core.StepFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of two columns, such as a path and a value.
 *
 * @param name the first cell
 * @param value the second cell, empty when nothing is written
 */
public record Pair(String name, String value) {

  /**
   * The rows of a step's table.
   *
   * @param columns what the two columns are, for the message when there are more or less
   */
  public static List<Pair> of(List<? extends List<@Nullable String>> table, String columns) {
    if (table.isEmpty()) {
      throw StepFailure.of("The step's table has no rows, so the step does nothing.")
          .evidence("It has the two columns " + columns + ".")
          .fix("Write at least one row, or leave the step out.");
    }
    return table.stream().map(row -> pair(row, columns)).toList();
  }

  private static Pair pair(List<@Nullable String> row, String columns) {
    String name = row.isEmpty() ? null : row.get(0);
    if (row.size() != 2 || name == null || name.isBlank()) {
      throw StepFailure.of("The step's table does not have the two columns " + columns + ".")
          .evidence("A row has these cells: " + row + ".")
          .fix(
              "Write each row as '| " + columns.replace(" and ", " | ") + " |', without a header.");
    }
    String value = row.get(1);
    return new Pair(name, value == null ? "" : value);
  }
}
