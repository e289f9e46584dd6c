package dev.trestle.steps.json;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of items: paths within an item as the heading, and an item in each row. */
final class ItemTable {

  private final List<String> columns;
  private final List<List<String>> rows;

  ItemTable(List<List<@Nullable String>> table, ScenarioScope scope) {
    if (table.isEmpty()) {
      throw StepFailure.of("The step's table is empty.")
          .evidence("It needs a heading with paths within an item.")
          .fix("Write one, such as '| sku | quantity |', and a row for each item below it.");
    }
    List<List<String>> resolved = table.stream().map(row -> resolved(row, scope)).toList();
    this.columns = resolved.get(0);
    this.rows = resolved.subList(1, resolved.size());
  }

  private static List<String> resolved(List<@Nullable String> row, ScenarioScope scope) {
    return row.stream().map(cell -> cell == null ? "" : scope.resolve(cell)).toList();
  }

  int size() {
    return rows.size();
  }

  /** Whether an item is what a row says. */
  boolean matches(int row, @Nullable Object item) {
    JsonDocument json = JsonDocument.of(item);
    for (int i = 0; i < columns.size(); i++) {
      if (!JsonCheck.matches(json.find(columns.get(i)), rows.get(row).get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A row as a line. */
  String line(int row) {
    return line(rows.get(row));
  }

  /** An item as a line, with the row's cells where these are as expected. */
  String line(@Nullable Object item, int row) {
    JsonDocument json = JsonDocument.of(item);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      JsonDocument.Found found = json.find(columns.get(i));
      boolean same = row < rows.size() && JsonCheck.matches(found, rows.get(row).get(i));
      cells.add(same ? rows.get(row).get(i) : shown(found, row, i));
    }
    return line(cells);
  }

  /** What is there, told from a cell that only looks like it. */
  private String shown(JsonDocument.Found found, int row, int column) {
    return row < rows.size()
        ? JsonCheck.differing(columns.get(column), found, rows.get(row).get(column))
            .distinctActual()
        : JsonCheck.shown(found);
  }

  private String line(List<String> cells) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(columns.get(i) + " " + cells.get(i));
    }
    return String.join(", ", parts);
  }
}
