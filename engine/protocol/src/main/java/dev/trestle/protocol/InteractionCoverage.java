package dev.trestle.protocol;

import java.util.List;

/**
 * How much of what can happen between services a run has seen. Its cells are the outcomes of each
 * edge between services, as far as they can be known there.
 *
 * @param cells how many cells there are
 * @param filled how many of them the run has seen
 * @param empty the others, such as {@code cart -> pricing: slow}
 * @param file the file with all of them
 */
public record InteractionCoverage(int cells, int filled, List<String> empty, String file) {

  /** Keeps an unmodifiable copy. */
  public InteractionCoverage {
    empty = List.copyOf(empty);
  }

  /** The share of filled cells in percent, 0 when there is none; exact, so not for showing. */
  public double percent() {
    return cells == 0 ? 0 : filled * 100.0 / cells;
  }

  /** The same with at most one decimal, rounded down so that only all of them are 100. */
  public String shownPercent() {
    int tenths = cells == 0 ? 0 : (int) (filled * 1_000L / cells);
    return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
  }
}
