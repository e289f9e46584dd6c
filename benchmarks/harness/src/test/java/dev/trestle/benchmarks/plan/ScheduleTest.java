package dev.trestle.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.benchmarks.stack.Stack;
import dev.trestle.benchmarks.stack.Stacks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Shape HUNDRED = new Shape(100, 0, 1);

  @Test
  void stacks_take_turns_and_each_repetition_begins_with_another() {
    List<Cell> cells = Schedule.of(stacks("floor", "karate"), List.of(HUNDRED), 2, cell -> 0);

    assertThat(cells).extracting(Cell::stack).containsExactly("floor", "karate", "karate", "floor");
  }

  @Test
  void what_is_measured_is_not_measured_again() {
    List<Cell> cells =
        Schedule.of(
            stacks("floor", "karate"),
            List.of(HUNDRED),
            2,
            cell -> cell.stack().equals("floor") ? 2 : 1);

    assertThat(cells).containsExactly(new Cell("karate", HUNDRED));
  }

  @Test
  void a_stack_without_lanes_is_measured_in_one() {
    List<Shape> shapes = Shapes.cross(List.of(100), List.of(0), List.of(1, 4));

    assertThat(Schedule.of(stacks("citrus"), shapes, 1, cell -> 0))
        .containsExactly(new Cell("citrus", HUNDRED));
  }

  @Test
  void an_empty_build_is_measured_once_and_not_for_each_size() {
    assertThat(Schedule.of(stacks("empty"), Shapes.standard(), 1, cell -> 0))
        .containsExactly(new Cell("empty", Shape.ONE));
  }

  private static List<Stack> stacks(String... names) {
    List<String> wanted = List.of(names);
    return Stacks.all(Path.of("")).stream().filter(stack -> wanted.contains(stack.name())).toList();
  }
}
