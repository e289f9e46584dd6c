package dev.trestle.benchmarks.plan;

import dev.trestle.benchmarks.stack.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The order of measuring: repetition by repetition, shape by shape, and within a shape one stack
 * after the other, so that a machine that slows down slows all of them. Each repetition begins with
 * another stack.
 */
public final class Schedule {

  private Schedule() {}

  /**
   * The cells to measure, in order.
   *
   * @param repetitions how many measurements each cell shall have in the end
   * @param measured how many a cell has
   */
  public static List<Cell> of(
      List<Stack> stacks, List<Shape> shapes, int repetitions, ToIntFunction<Cell> measured) {
    List<Cell> cells = new ArrayList<>();
    for (int repetition = 0; repetition < repetitions; repetition++) {
      List<Stack> rotated = new ArrayList<>(stacks);
      Collections.rotate(rotated, -repetition);
      for (Shape shape : shapes) {
        for (Stack stack : rotated) {
          Cell cell = new Cell(stack.name(), shape);
          if (stack.runs(shape) && measured.applyAsInt(cell) <= repetition) {
            cells.add(cell);
          }
        }
      }
    }
    return cells;
  }
}
