package dev.trestle.benchmarks.page;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
final class MarkdownTable {

  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(String... header) {
    rows.add(List.of(header));
    rows.add(List.of(header).stream().map(column -> "---").toList());
  }

  MarkdownTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  boolean isEmpty() {
    return rows.size() == 2;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
    return text.toString().replace("| --- ", "|---").replace("---|---", "---|---");
  }
}
