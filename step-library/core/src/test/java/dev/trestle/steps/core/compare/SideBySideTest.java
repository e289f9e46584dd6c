package dev.trestle.steps.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SideBySideTest {

  @Test
  void marks_the_lines_that_differ() {
    assertThat(SideBySide.of(List.of("{", "  a: 1", "}"), List.of("{", "  a: 2", "}")))
        .isEqualTo(
            """
              Expected | Actual
              {        | {
            ≠   a: 1   |   a: 2
              }        | }""");
  }

  @Test
  void keeps_equal_lines_side_by_side_when_one_is_missing() {
    assertThat(SideBySide.of(List.of("a", "b", "c"), List.of("a", "c", "d")))
        .isEqualTo(
            """
              Expected | Actual
              a        | a
            ≠ b        |
              c        | c
            ≠          | d""");
  }

  @Test
  void wraps_long_lines_so_that_no_difference_is_cut_off() {
    String shown = SideBySide.of(List.of("x".repeat(80) + "1"), List.of("x".repeat(80) + "2"));
    assertThat(shown.lines()).hasSize(3);
    assertThat(shown).containsPattern("(?m)^≠ x{8}1 +\\| x{8}2$");
  }

  @Test
  void shows_a_bounded_number_of_lines() {
    List<String> many = java.util.stream.IntStream.range(0, 500).mapToObj(i -> "" + i).toList();
    assertThat(SideBySide.of(many, many).lines())
        .hasSize(202)
        .last()
        .asString()
        .contains("… 300 more lines");
  }
}
