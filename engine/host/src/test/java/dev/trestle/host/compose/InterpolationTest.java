package dev.trestle.host.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of interpolation, one a row, as Compose's own reader has them. */
class InterpolationTest {
  private static final Map<String, String> VALUES =
      Map.of("SET", "value", "EMPTY", "", "lower", "low");

  private final List<String> unset = new ArrayList<>();

  private String apply(String text) {
    return new Interpolation(VALUES::get, unset::add).apply(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$",
        "a $ b",
        "^[a-z]+$",
        "$5",
        "$?",
        "$@",
        "$1.50",
        "$}",
        "$-x",
        "$(date)",
        "sh -c 'echo started at $(date) && exec app'",
        "awk '{print $2}'",
        "[ $? -eq 22 ]",
        "Größe $ä",
        "{ \"a\": \"$\" }"
      })
  void a_dollar_that_begins_no_variable_stays(String text) {
    assertThat(apply(text)).isEqualTo(text);
    assertThat(unset).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "$$ | $",
        "$$$$ | $$",
        "$$SET | $SET",
        "$${SET} | ${SET}",
        "$$$SET | $value",
        "$(echo $SET) | $(echo value)",
        "$$(date) | $(date)",
        "$SET-b | value-b",
        "$lower | low",
        "$SET$SET | valuevalue",
        "${SET}} | value}",
        "{${SET}} | {value}",
        "${UNSET:-${UNSET:-x}} | x",
        "${UNSET:-${UNSET:-${SET}}}y | valuey",
        "${UNSET:-{\"level\":\"info\"}} | {\"level\":\"info\"}",
        "${SET:-{\"level\":\"info\"}} | value",
        "${UNSET-{\"a\":{\"b\":1}}} | {\"a\":{\"b\":1}}",
        "${UNSET:-{}} | {}",
        "${SET:-{}}/${SET:-{}} | value/value",
        "${UNSET:-{}}/${UNSET:-{}} | {}/{}",
        "${UNSET:-{\"a\":\"${SET}\"}} | {\"a\":\"value\"}",
        "${UNSET:-{x} | {x",
        "${UNSET:-a$b}c | ac",
        "${UNSET:-$$x} | $x",
        "${UNSET:-$5} | $5",
        "${UNSET:-a:?b-c+d} | a:?b-c+d",
        "${EMPTY:-/x:-y} | /x:-y",
        "${EMPTY+$SET ${SET:+second}} | value second",
        "${UNSET:+x}y | y",
        "${EMPTY?needed}y | y"
      })
  void variables_have_their_values(String text, String expected) {
    assertThat(apply(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${",
        "${}",
        "${ }",
        "${ SET}",
        "${SET }",
        "${SET!}",
        "${5}",
        "${SET",
        "x ${SET:x}"
      })
  void a_brace_must_hold_a_variable(String text) {
    assertThatThrownBy(() -> apply(text))
        .isInstanceOf(Interpolation.Failure.class)
        .hasMessage("a variable is malformed");
  }

  @Test
  void the_error_shows_the_place_in_a_long_text() {
    String script = "echo line\n".repeat(200) + "exec ${OOPS" + "\necho line".repeat(200);

    assertThatThrownBy(() -> apply(script))
        .isInstanceOfSatisfying(
            Interpolation.Failure.class,
            failure -> {
              String shown =
                  failure
                      .in(
                          "Compose file",
                          new Position(java.nio.file.Path.of("compose.yaml"), 1),
                          "a.b")
                      .getMessage();
              assertThat(shown).contains("exec ${OOPS").hasSizeLessThan(500);
            });
  }

  @Test
  void a_default_that_is_not_used_warns_of_nothing() {
    assertThat(apply("${UNSET:+${OTHER},}B${SET?${OTHER}}${SET:-$OTHER}")).isEqualTo("Bvaluevalue");
    assertThat(unset).isEmpty();
  }

  @Test
  void a_variable_without_a_value_is_told_by_name() {
    assertThat(apply("a$A-${B}")).isEqualTo("a-");
    assertThat(unset).containsExactly("A", "B");
  }
}
