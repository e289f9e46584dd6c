package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void what_is_written_is_read_back() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "line\nquote \" back\\slash tab\t Ünïcode 🍏 \u2028 \u0001");
    value.put("numbers", List.of(0L, -7L, Long.MAX_VALUE, Long.MIN_VALUE));
    value.put("others", Arrays.asList(true, false, null));
    value.put("empty", Map.of());

    assertThat(Json.parse(Json.write(value))).isEqualTo(value);
  }

  @Test
  void escapes_and_space_are_read_as_the_standard_says() {
    assertThat(Json.parse(" { \"a\" : [ \"\\u00e9\\/\\b\\f\" , 1E2 ] } "))
        .hasToString(Map.of("a", List.of("é/\b\f", "1E+2")).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "7",
        "100.00",
        "0.10",
        "1E+2",
        "0.0000001",
        "1E+400",
        "-1.50",
        "9223372036854775807",
        "9223372036854775808",
        "1234567890123456789",
        "123456789012345678901234",
        "0.1234567890123456789012345"
      })
  void a_number_is_written_as_it_was_read(String number) {
    assertThat(Json.write(Json.parse(number))).isEqualTo(number);
    assertThat(Json.write(Json.parse("{\"a\":[" + number + "]}")))
        .isEqualTo("{\"a\":[" + number + "]}");
  }

  @Test
  void a_long_and_a_double_of_a_record_are_read_from_any_number_that_fits() {
    record Sizes(long bytes, double share) {}

    assertThat(JsonRecords.read("{\"bytes\":9223372036854775807,\"share\":0.25}", Sizes.class))
        .isEqualTo(new Sizes(Long.MAX_VALUE, 0.25));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{'a':1}",
        "01",
        "+1",
        "1.",
        "tru",
        "\"\\x\"",
        "\"\\u12\"",
        "\"a",
        "1 2",
        "\"\n\"",
        "nan"
      })
  void what_is_not_json_is_refused_with_its_place(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("at offset");
  }

  @Test
  void deep_nesting_is_refused_before_the_stack_ends() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("deeper than 200");
  }

  @Test
  void a_value_without_a_form_is_refused() {
    assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(JsonException.class);
  }

  @Test
  void a_character_beyond_the_basic_plane_is_written_as_it_is() {
    assertThat(Json.write("\ud83d\ude00!")).isEqualTo("\"\ud83d\ude00!\"");
    assertThat(Json.write("\ud83d!")).isEqualTo("\"\\ud83d!\"");
    assertThat(Json.write("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
  }
}
