package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.store.Figure;
import java.util.List;
import java.util.Optional;

/** Looks the figures of the suites other than {@code stacks} up. */
final class Figured {

  private final List<Figure> figures;

  Figured(List<Figure> figures) {
    this.figures = figures;
  }

  /** What was measured of a figure; nothing when it was not. */
  Optional<Summary> summary(String subject, String name) {
    List<Double> values =
        figures.stream()
            .filter(figure -> figure.subject().equals(subject) && figure.figure().equals(name))
            .map(Figure::value)
            .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(Summary.of(values.stream()));
  }

  Optional<Double> median(String subject, String name) {
    return summary(subject, name).map(Summary::median);
  }
}
