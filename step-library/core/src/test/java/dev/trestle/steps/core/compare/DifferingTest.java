package dev.trestle.steps.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DifferingTest {

  private static String told(String actual, String wanted) {
    Differing differing = Differing.of(actual, wanted);
    return differing.actual() + ", not " + differing.wanted();
  }

  @Test
  void what_can_be_seen_is_shown_as_it_is() {
    assertThat(told("OPEN", "CLOSED")).isEqualTo("OPEN, not CLOSED");
    assertThat(Differing.of("absent", false, "OPEN")).isEqualTo(new Differing("absent", "OPEN"));
  }

  @Test
  void both_are_quoted_where_one_hides_something_or_looks_like_the_other() {
    assertThat(told("x", " x ")).isEqualTo("\"x\", not \" x \"");
    assertThat(told("x", "")).isEqualTo("\"x\", not \"\"");
    assertThat(told("a\u200bb", "ab")).isEqualTo("\"a\\u200bb\", not \"ab\"");
    assertThat(told("a\u00a0b", "a b")).isEqualTo("\"a\\u00a0b\", not \"a b\"");
    assertThat(told("e\u0301", "\u00e9")).isEqualTo("\"e\\u0301\", not \"\\u00e9\"");
    assertThat(told("a\nb", "ab")).isEqualTo("\"a\\nb\", not \"ab\"");
    assertThat(Differing.of("absent", false, "")).isEqualTo(new Differing("absent", "\"\""));
    assertThat(Differing.of("*****", "*****").distinctActual()).contains("(another)");
  }

  @Test
  void a_long_text_is_cut_around_the_first_difference() {
    String start = "x".repeat(200_000);
    Differing differing = Differing.of(start + "A" + start, start + "B" + start);
    assertThat(differing.actual()).contains("xAx", "(400001 characters)").hasSizeLessThan(600);
    assertThat(differing.wanted()).contains("xBx").hasSizeLessThan(600);
    assertThat(Differing.shown(start)).hasSizeLessThan(600).contains("200000 characters");
  }
}
