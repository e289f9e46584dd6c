package dev.trestle.benchmarks.store;

import dev.trestle.benchmarks.plan.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured so far.
 *
 * @param machine where; none as long as nothing is measured
 * @param measurements the builds of the suite {@code stacks}
 * @param proofs the newest proof of each stack
 * @param figures the figures of the other suites
 */
public record Results(
    @Nullable Machine machine,
    List<Measurement> measurements,
    List<Proof> proofs,
    List<Figure> figures) {

  /** Nothing measured. */
  public static Results none() {
    return new Results(null, List.of(), List.of(), List.of());
  }

  /** The measurements of a cell. */
  public List<Measurement> of(Cell cell) {
    return measurements.stream().filter(measurement -> measurement.cell().equals(cell)).toList();
  }

  /** The results with a machine. */
  public Results on(Machine here) {
    return new Results(here, measurements, proofs, figures);
  }

  /** The results with one more measurement. */
  public Results with(Measurement measurement) {
    return new Results(machine, added(measurements, measurement), proofs, figures);
  }

  /** The results with a proof in place of the stack's former one. */
  public Results with(Proof proof) {
    List<Proof> others = without(proofs, old -> old.stack().equals(proof.stack()));
    return new Results(machine, measurements, added(others, proof), figures);
  }

  /** The results with one more figure. */
  public Results with(Figure figure) {
    return new Results(machine, measurements, proofs, added(figures, figure));
  }

  /** The results without some cells. */
  public Results forget(Predicate<Cell> cells) {
    return new Results(
        machine,
        without(measurements, measurement -> cells.test(measurement.cell())),
        proofs,
        figures);
  }

  /** The results without the figures of a suite. */
  public Results forget(String suite) {
    return new Results(
        machine, measurements, proofs, without(figures, figure -> figure.suite().equals(suite)));
  }

  private static <T> List<T> added(List<T> list, T item) {
    List<T> all = new ArrayList<>(list);
    all.add(item);
    return List.copyOf(all);
  }

  private static <T> List<T> without(List<T> list, Predicate<T> unwanted) {
    return list.stream().filter(unwanted.negate()).toList();
  }
}
