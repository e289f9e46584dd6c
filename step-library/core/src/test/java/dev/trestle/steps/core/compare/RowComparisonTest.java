package dev.trestle.steps.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RowComparisonTest {

  private static List<Expected> wanted(String... cells) {
    return Arrays.stream(cells).map(Expected::of).toList();
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void rows_in_any_order_are_the_same() {
    RowComparison comparison =
        RowComparison.inAnyOrder(
            List.of(wanted("1", "OPEN"), wanted("2", "<any>")),
            List.of(row(2, "PAID"), row(1, "OPEN")));
    assertThat(comparison.same()).isTrue();
  }

  @Test
  void rows_in_another_order_differ_where_order_counts() {
    RowComparison comparison =
        RowComparison.inOrder(List.of(wanted("1"), wanted("2")), List.of(row(2), row(1)));
    assertThat(comparison.same()).isFalse();
  }

  @Test
  void missing_and_additional_rows_are_shown() {
    RowComparison comparison =
        RowComparison.inAnyOrder(
            List.of(wanted("1", "OPEN")), List.of(row(3, null), row(1, "OPEN")));
    assertThat(comparison.same()).isFalse();
    assertThat(comparison.expected()).containsExactly("1  OPEN");
    assertThat(comparison.actual()).containsExactly("1  OPEN", "3  null");
    assertThat(RowComparison.inOrder(List.of(wanted("1")), List.of()).same()).isFalse();
  }

  @Test
  void no_row_is_not_a_row_with_an_empty_cell() {
    assertThat(RowComparison.inOrder(List.of(wanted("")), List.of()).same()).isFalse();
    assertThat(RowComparison.inAnyOrder(List.of(wanted("")), List.of()).same()).isFalse();
    assertThat(RowComparison.inOrder(List.of(), List.of(row(""))).same()).isFalse();
    assertThat(RowComparison.inAnyOrder(List.of(), List.of(row(""))).same()).isFalse();
    assertThat(RowComparison.inOrder(List.of(wanted("")), List.of(row(""))).same()).isTrue();
  }

  @Test
  void what_only_looks_the_same_differs() {
    RowComparison comparison =
        RowComparison.inOrder(List.of(wanted("null", "a  b")), List.of(row(null, "a  c")));
    assertThat(comparison.same()).isFalse();
    assertThat(RowComparison.inOrder(List.of(wanted("[1]")), List.of(row(List.of(2)))).same())
        .isFalse();
  }
}
