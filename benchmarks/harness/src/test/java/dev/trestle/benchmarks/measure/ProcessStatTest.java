package dev.trestle.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessStatTest {

  @Test
  void a_name_may_hold_blanks_and_parentheses() {
    String line =
        "42 (a (b) c) S 7 40 39 0 -1 4194560 1 2 3 4 100 20 30 4 20 0 17 0 999 5000000 1234 0 0";

    assertThat(ProcessStat.parse(line)).isEqualTo(new ProcessStat(42, false, 7, 39, 120, 34, 1234));
  }

  @Test
  void a_zombie_is_told_by_its_state() {
    String line = "42 (java) Z 7 40 39 0 -1 0 0 0 0 0 1 0 0 0 20 0 1 0 9 0 0 0 0";

    assertThat(ProcessStat.parse(line).zombie()).isTrue();
  }

  @Test
  void the_times_of_bash_are_read() {
    assertThat(Times.parse("1.234 0.500 0.250\n")).isEqualTo(new Times(1.234, 0.5, 0.25));
  }
}
