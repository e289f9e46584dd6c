package dev.trestle.benchmarks.page;

import java.util.Locale;
import java.util.Optional;

/**
 * A bound that Trestle sets itself.
 *
 * @param what what is bounded
 * @param bound the largest allowed value
 * @param unit its unit, or what it is a multiple of
 * @param value what was measured; nothing when something for it was not
 */
record Target(String what, double bound, String unit, Optional<Double> value) {

  void addTo(MarkdownTable table) {
    value.ifPresent(
        measured ->
            table.row(
                what,
                "≤ " + Summary.number(bound) + " " + unit,
                Summary.number(measured) + " " + unit,
                verdict(measured)));
  }

  private String verdict(double measured) {
    return measured <= bound
        ? "met"
        : String.format(Locale.ROOT, "**missed** by %.0f %%", 100 * (measured / bound - 1));
  }
}
