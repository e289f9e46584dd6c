package dev.trestle.steps.core.compare;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines of text whose columns stand one below the other. */
final class TextColumns {

  private static final String BETWEEN = "  ";

  /** A wider cell moves what follows it rather than all other rows. */
  private static final int WIDEST = 40;

  private TextColumns() {}

  static List<String> of(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = Math.min(WIDEST, row.get(i).length());
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(cell);
      if (i < row.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths.get(i) - cell.length()))).append(BETWEEN);
      }
    }
    return line.toString();
  }
}
