package dev.trestle.steps.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.steps.core.TestScope;
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
    try (TestScope test = TestScope.open()) {
      assertThat(comparison.sideBySide(List.of("id", "status"), test.scope()))
          .isEqualTo(
              """
                Expected   | Actual
                id  status | id  status
                1   OPEN   | 1   OPEN
              ≠            | 3   null""");
    }
    assertThat(RowComparison.inOrder(List.of(wanted("1")), List.of()).same()).isFalse();
  }

  @Test
  void no_row_is_not_a_row_with_an_empty_cell() {
    RowComparison missing = RowComparison.inAnyOrder(List.of(wanted("")), List.of());
    assertThat(missing.same()).isFalse();
    assertThat(RowComparison.inOrder(List.of(wanted("")), List.of()).same()).isFalse();
    assertThat(RowComparison.inAnyOrder(List.of(), List.of(row(""))).same()).isFalse();
    assertThat(RowComparison.inOrder(List.of(), List.of(row(""))).same()).isFalse();
    assertThat(RowComparison.inAnyOrder(List.of(wanted("")), List.of(row(""))).same()).isTrue();
    assertThat(RowComparison.inAnyOrder(List.of(wanted("")), List.of(row((Object) null))).same())
        .isFalse();
    try (TestScope test = TestScope.open()) {
      assertThat(missing.sideBySide(List.of("note"), test.scope())).contains("≠ \"\"");
    }
  }

  @Test
  void cells_that_look_the_same_when_they_are_joined_differ() {
    assertThat(
            RowComparison.inOrder(List.of(wanted("a  b", "c")), List.of(row("a", "b  c"))).same())
        .isFalse();
    assertThat(RowComparison.inOrder(List.of(wanted("a", "b")), List.of(row("a"))).same())
        .isFalse();
  }

  @Test
  void an_alias_that_looks_like_its_counterpart_says_so_and_columns_stay_aligned() {
    try (TestScope test = TestScope.open()) {
      RowComparison comparison =
          RowComparison.inAnyOrder(
              List.of(wanted("Beans", "3"), wanted("Peas", "12")),
              List.of(row(test.scope().alias("Beans"), 3), row("Peas", 12)));
      assertThat(comparison.same()).isFalse();
      assertThat(comparison.sideBySide(List.of("sku", "quantity"), test.scope()))
          .isEqualTo(
              """
                Expected                | Actual
                sku            quantity | sku            quantity
                Peas           12       | Peas           12
              ≠ Beans          3        | Beans (alias)  3""");
    }
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
