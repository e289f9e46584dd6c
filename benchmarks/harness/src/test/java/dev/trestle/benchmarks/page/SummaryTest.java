package dev.trestle.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void the_median_of_an_odd_number_is_the_middle_one() {
    assertThat(Summary.of(Stream.of(9.0, 1.0, 2.0))).isEqualTo(new Summary(2, 1, 9, 3));
  }

  @Test
  void the_median_of_an_even_number_is_between_the_two_in_the_middle() {
    assertThat(Summary.of(Stream.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
  }

  @Test
  void a_range_is_shown_only_when_there_is_one() {
    assertThat(Summary.of(Stream.of(1.936)).text()).isEqualTo("1.94");
    assertThat(Summary.of(Stream.of(1.936, 2.0, 12.04)).text()).isEqualTo("2.00 (1.94–12.0)");
  }

  @Test
  void large_numbers_have_no_decimals() {
    assertThat(Summary.number(1234.5)).isEqualTo("1,235");
  }
}
