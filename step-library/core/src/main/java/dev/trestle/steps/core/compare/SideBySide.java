package dev.trestle.steps.core.compare;

import java.util.ArrayList;
import java.util.List;

/** Two texts in two columns, with a mark at each line in which they differ. */
public final class SideBySide {

  private static final String MARK = "≠ ";
  private static final String SAME = "  ";
  private static final String HEAD_LEFT = "Expected";
  private static final String HEAD_RIGHT = "Actual";
  private static final int WIDEST = 72;
  private static final int MOST_LINES = 200;
  private static final int MOST_CHUNKS = 10;

  private SideBySide() {}

  /** The columns for two texts whose lines are aligned so that equal ones stand side by side. */
  public static String of(List<String> expected, List<String> actual) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(HEAD_LEFT, HEAD_RIGHT, true));
    Alignment.of(cut(expected), cut(actual)).forEach(pair -> wrap(pair, rows));
    int width = rows.stream().mapToInt(row -> row.left().length()).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      String line =
          (row.same() ? SAME : MARK)
              + row.left()
              + " ".repeat(width - row.left().length())
              + " | "
              + row.right();
      out.append(out.isEmpty() ? "" : "\n").append(line.stripTrailing());
    }
    return out.toString();
  }

  private record Row(String left, String right, boolean same) {}

  /** Breaks long lines; of those that differ, only the parts that do are marked and shown. */
  private static void wrap(Alignment.Pair pair, List<Row> rows) {
    int longest = Math.max(pair.left().length(), pair.right().length());
    boolean whole = longest <= WIDEST * MOST_CHUNKS;
    int shown = 0;
    int skipped = 0;
    for (int at = 0; at == 0 || at < longest; at += WIDEST) {
      Row row = row(pair, at);
      if (whole || (shown < MOST_CHUNKS && (at == 0 || !row.same()))) {
        skip(skipped, rows);
        skipped = 0;
        rows.add(row);
        shown++;
      } else {
        skipped += Math.min(WIDEST, longest - at);
      }
    }
    skip(skipped, rows);
  }

  private static Row row(Alignment.Pair pair, int at) {
    String left = chunk(pair.left(), at);
    String right = chunk(pair.right(), at);
    return new Row(left, right, left.equals(right));
  }

  private static void skip(int characters, List<Row> rows) {
    if (characters > 0) {
      String note = "… " + characters + " characters";
      rows.add(new Row(note, note, true));
    }
  }

  private static String chunk(String text, int at) {
    return at >= text.length() ? "" : text.substring(at, Math.min(text.length(), at + WIDEST));
  }

  private static List<String> cut(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> cut = new ArrayList<>(lines.subList(0, MOST_LINES));
    cut.add("… " + (lines.size() - MOST_LINES) + " more lines");
    return cut;
  }
}
