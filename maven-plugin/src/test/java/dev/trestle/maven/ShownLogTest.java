package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShownLogTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x08, 0x0b, 0x0d, 0x1b, 0x7f, 0x80, 0x9b, 0x061c, 0x200e, 0x202e, 0x2028,
        0x2066, 0x2069
      })
  void a_terminal_does_not_obey_a_message(int character) {
    String escaped = String.format("\\u%04x", character);

    assertThat(ShownLog.shown("a" + (char) character + "[31mb")).isEqualTo("a" + escaped + "[31mb");
  }

  @Test
  void lines_tabs_and_letters_of_any_language_stay() {
    String text = "Ada\tzahlt 3 €\nпароль 密码 שלום 👋🏽 a\u200db";

    assertThat(ShownLog.shown(text)).isEqualTo(text);
  }

  @Test
  void a_line_that_would_fill_the_terminal_is_cut_and_says_so() {
    String shown = ShownLog.shown("first\n" + "x".repeat(200_000) + "\nlast");

    assertThat(shown).startsWith("first\nxxx").endsWith("x… (200000 characters)\nlast");
    assertThat(shown.lines().mapToInt(String::length).max().orElse(0)).isLessThan(1_050);
  }
}
