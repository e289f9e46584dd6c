package dev.trestle.steps.json;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonSubject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks a list in a document.
 *
 * @param subject the document
 * @param scope the scenario's scope
 */
record ListCheck(JsonSubject subject, ScenarioScope scope) {

  /** Checks the items one by one. */
  void lists(String path, ItemTable expected) {
    List<?> items = items(path);
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    boolean same = expected.size() == items.size();
    for (int i = 0; i < Math.max(expected.size(), items.size()); i++) {
      if (i < expected.size()) {
        left.add(expected.line(i));
      }
      if (i < items.size()) {
        right.add(expected.line(items.get(i), i));
      }
      same = same && expected.matches(i, items.get(i));
    }
    if (!same) {
      throw subject.mismatch(
          subject.name() + " does not list these at '" + path + "'.", left, right);
    }
  }

  /** Checks that each row has an item of its own, and each item a row. */
  void listsInAnyOrder(String path, ItemTable expected) {
    List<?> items = items(path);
    int[] rowOfItem = new Assignment(expected, items).rows();
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    boolean[] taken = new boolean[expected.size()];
    for (int item = 0; item < items.size(); item++) {
      int row = rowOfItem[item];
      if (row >= 0) {
        taken[row] = true;
        left.add(expected.line(row));
      }
      right.add(row >= 0 ? expected.line(row) : expected.line(items.get(item), expected.size()));
    }
    for (int row = 0; row < expected.size(); row++) {
      if (!taken[row]) {
        left.add(expected.line(row));
      }
    }
    boolean same =
        expected.size() == items.size() && Arrays.stream(rowOfItem).allMatch(row -> row >= 0);
    if (!same) {
      throw subject.mismatch(
          subject.name() + " does not list these at '" + path + "' in any order.", left, right);
    }
  }

  private List<?> items(String path) {
    JsonDocument.Found found = subject.document().find(scope.resolve(path));
    if (found.value() instanceof List<?> list) {
      return list;
    }
    throw subject.failure(
        subject.name() + " at '" + path + "' is not a list: " + JsonCheck.shown(found) + ".");
  }

  /** Gives each row an item of its own where that is possible: a matching by augmenting paths. */
  private static final class Assignment {

    private final ItemTable table;
    private final List<?> items;
    private final int[] rowOfItem;

    Assignment(ItemTable table, List<?> items) {
      this.table = table;
      this.items = items;
      this.rowOfItem = new int[items.size()];
      Arrays.fill(rowOfItem, -1);
    }

    int[] rows() {
      for (int row = 0; row < table.size(); row++) {
        assign(row, new boolean[items.size()]);
      }
      return rowOfItem;
    }

    private boolean assign(int row, boolean[] tried) {
      for (int item = 0; item < tried.length; item++) {
        if (!tried[item] && table.matches(row, items.get(item))) {
          tried[item] = true;
          if (rowOfItem[item] < 0 || assign(rowOfItem[item], tried)) {
            rowOfItem[item] = row;
            return true;
          }
        }
      }
      return false;
    }
  }
}
