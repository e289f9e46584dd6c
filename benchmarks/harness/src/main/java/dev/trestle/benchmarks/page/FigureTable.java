package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.store.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a suite other than {@code stacks}. */
final class FigureTable {

  private final List<Figure> figures;

  FigureTable(List<Figure> figures, String suite) {
    this.figures = figures.stream().filter(figure -> figure.suite().equals(suite)).toList();
  }

  MarkdownTable table() {
    Map<List<String>, List<Double>> values = new LinkedHashMap<>();
    for (Figure figure : figures) {
      List<String> key = List.of(figure.subject(), figure.figure() + ", " + figure.unit());
      values.computeIfAbsent(key, ignored -> new ArrayList<>()).add(figure.value());
    }
    MarkdownTable table = new MarkdownTable("what", "figure", "median (range)", "runs");
    values.forEach(
        (key, all) ->
            table.row(
                key.get(0),
                key.get(1),
                Summary.of(all.stream()).text(),
                String.valueOf(all.size())));
    return table;
  }
}
