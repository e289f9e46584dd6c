package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.plan.Cell;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.store.Measurement;
import dev.trestle.benchmarks.store.Results;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Looks measurements up by stack and shape. */
final class Medians {

  private final Results results;
  private final List<Stack> stacks;

  Medians(Results results, List<Stack> stacks) {
    this.results = results;
    this.stacks = stacks;
  }

  /** All shapes that anything was measured at, in order. */
  List<Shape> shapes() {
    return results.measurements().stream().map(Measurement::shape).distinct().sorted().toList();
  }

  /** The stacks that were measured at a shape. */
  List<Stack> stacks(Shape shape) {
    return stacks.stream().filter(stack -> wall(stack.name(), shape).isPresent()).toList();
  }

  Optional<Summary> wall(String stack, Shape shape) {
    return of(stack, shape, Measurement::wall);
  }

  Optional<Summary> cpu(String stack, Shape shape) {
    return of(stack, shape, Measurement::cpu);
  }

  Optional<Summary> rss(String stack, Shape shape) {
    return of(stack, shape, Measurement::rss);
  }

  /** The peer with the smallest median of wall time. */
  Optional<Stack> fastestPeer(Shape shape) {
    return stacks(shape).stream()
        .filter(Stack::peer)
        .min(Comparator.comparingDouble(peer -> wall(peer.name(), shape).orElseThrow().median()));
  }

  /**
   * What one more scenario takes, in milliseconds.
   *
   * @param from the smaller shape
   * @param to the larger one
   */
  Optional<Double> slope(String stack, Shape from, Shape to, ToDoubleFunction<Measurement> figure) {
    Optional<Summary> small = of(stack, from, figure);
    Optional<Summary> large = of(stack, to, figure);
    if (small.isEmpty() || large.isEmpty() || from.scenarios() == to.scenarios()) {
      return Optional.empty();
    }
    double seconds = large.get().median() - small.get().median();
    return Optional.of(1000 * seconds / (to.scenarios() - from.scenarios()));
  }

  private Optional<Summary> of(String stack, Shape shape, ToDoubleFunction<Measurement> figure) {
    List<Measurement> measured = results.of(new Cell(stack, shape));
    return measured.isEmpty()
        ? Optional.empty()
        : Optional.of(Summary.of(measured.stream().map(figure::applyAsDouble)));
  }
}
